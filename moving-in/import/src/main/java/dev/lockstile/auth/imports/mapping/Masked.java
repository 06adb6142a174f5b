package dev.lockstile.auth.imports.mapping;

/** Values as they may stand in a report: enough to find a pattern, too little to find a person. */
public final class Masked {

    private Masked() {}

    /**
     * {@return the first character and the length: {@code n*** (18 characters)}}
     *
     * @param value at least one character
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
