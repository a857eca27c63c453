"""Judges many signed PDFs in one run, by pyHanko.

Reads collections as JSON from its input: [{"pdfs": [path], "trust": [path], "crls": [path]}]. Prints a line for each
file, its parts divided by tabs: path, PASS or FAIL, what stands against it. A signature passes that pyHanko judges valid,
over the whole file, with nothing changed after it, and whose timestamp, where there is one, is valid and trusted too.
"""

import json
import logging
import sys

from asn1crypto import crl, pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

logging.disable(logging.CRITICAL)


def bytes_of(path):
    with open(path, "rb") as file:
        data = file.read()
    return data


def certificates_in(path):
    data = bytes_of(path)
    if not pem.detect(data):
        return [x509.Certificate.load(data)]
    return [x509.Certificate.load(der) for _, _, der in pem.unarmor(data, multiple=True)]


def context_of(collection):
    roots = [one for path in collection["trust"] for one in certificates_in(path)]
    lists = [crl.CertificateList.load(bytes_of(path)) for path in collection["crls"]]
    return ValidationContext(
        trust_roots=roots,
        crls=lists,
        allow_fetching=False,
        revocation_mode="require" if lists else "soft-fail",
    )


def against(path, collection):
    with open(path, "rb") as file:
        signatures = PdfFileReader(file).embedded_signatures
        if len(signatures) != 1:
            return f"{len(signatures)} signatures"
        status = validate_pdf_signature(signatures[0], context_of(collection), context_of(collection))
        faults = []
        if not status.bottom_line:
            faults.append(f"not judged valid: {status.summary()}")
        if status.coverage != SignatureCoverageLevel.ENTIRE_FILE:
            faults.append(f"covers {status.coverage}")
        stamp = status.timestamp_validity
        if stamp is not None and not (stamp.valid and stamp.trusted):
            faults.append(f"timestamp: {stamp.summary()}")
        return "; ".join(faults)


for collection in json.load(sys.stdin):
    for path in collection["pdfs"]:
        try:
            faults = against(path, collection)
        except Exception as fault:  # whatever a library throws is a refusal
            faults = f"{type(fault).__name__}: {fault}"
        print(path, "FAIL" if faults else "PASS", faults.replace("\n", " "), sep="\t", flush=True)
