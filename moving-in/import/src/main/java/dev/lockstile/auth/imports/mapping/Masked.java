package dev.lockstile.auth.imports.mapping;

/** Masks values for reports, which then show how values are formed and no person. */
public final class Masked {

    private Masked() {}

    /**
     * {@return the first character and the length: {@code n*** (18 characters)}} A short value, and one that begins
     * with neither letter nor digit, shows its length alone.
     *
     * @param value may be empty
     */
    public static String text(String value) {
        if (value.isEmpty()) {
            return "(empty)";
        }
        String first = value.substring(0, value.offsetByCodePoints(0, 1));
        boolean showable = Character.isLetterOrDigit(value.codePointAt(0)) && value.length() > 3;
        return (showable ? first : "") + "*** (" + value.length() + " characters)";
    }
}
