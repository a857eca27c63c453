export const Verify = () => null;
