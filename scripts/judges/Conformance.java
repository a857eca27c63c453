import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.File;
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Judges many signed PDFs in one run, by the Digital Signature Service of the European Commission.
 *
 * Arguments: for each collection `--collection`, then `--trust CERTIFICATE` and `--crl CRL` as often as needed, then its
 * files. Prints a line for each file, its parts divided by tabs: path, PASS or FAIL, level, what stands against it. Only
 * one signature that is TOTAL_PASSED passes, with no error, no warning, and no change after it.
 */
public class Conformance {
  private static final class Collection {
    final CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
    final List<InputStream> crls = new ArrayList<>();
    final List<File> files = new ArrayList<>();
  }

  public static void main(String[] arguments) throws Exception {
    var collections = new ArrayList<Collection>();
    for (int at = 0; at < arguments.length; at++) {
      if (arguments[at].equals("--collection")) {
        collections.add(new Collection());
        continue;
      }
      var collection = collections.get(collections.size() - 1);
      switch (arguments[at]) {
        case "--trust" -> collection.trusted.addCertificate(DSSUtils.loadCertificate(new File(arguments[++at])));
        case "--crl" -> collection.crls.add(new FileInputStream(arguments[++at]));
        default -> collection.files.add(new File(arguments[at]));
      }
    }
    for (var collection : collections) {
      var revocations = new ExternalResourcesCRLSource(collection.crls.toArray(InputStream[]::new));
      for (var file : collection.files) {
        var verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(collection.trusted);
        if (!collection.crls.isEmpty()) verifier.setCrlSource(revocations);
        System.out.println(file.getPath() + "\t" + judged(file, verifier));
      }
    }
  }

  private static String judged(File file, CommonCertificateVerifier verifier) {
    try {
      var validator = SignedDocumentValidator.fromDocument(new FileDocument(file));
      validator.setCertificateVerifier(verifier);
      var reports = validator.validateDocument();
      var simple = reports.getSimpleReport();
      var ids = simple.getSignatureIdList();
      if (ids.size() != 1) return "FAIL\t\t" + ids.size() + " signatures";
      var id = ids.get(0);
      var signature = reports.getDiagnosticData().getSignatureById(id);
      var against = new ArrayList<String>();
      if (!simple.getIndication(id).name().equals("TOTAL_PASSED"))
        against.add(simple.getIndication(id) + " " + simple.getSubIndication(id));
      Stream.of(simple.getAdESValidationErrors(id), simple.getAdESValidationWarnings(id))
          .flatMap(List::stream)
          .forEach(message -> against.add(message.getValue()));
      var changes = signature.getPdfUndefinedChanges().size() + signature.getPdfAnnotationChanges().size();
      if (changes > 0) against.add(changes + " changes after signing");
      return (against.isEmpty() ? "PASS" : "FAIL") + "\t" + simple.getSignatureFormat(id) + "\t"
          + String.join("; ", against);
    } catch (Exception failure) {
      return "FAIL\t\t" + failure;
    }
  }
}
