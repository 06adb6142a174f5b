package dev.lockstile.auth.message;

/**
 * How a text travels as a text message: in the GSM-7 alphabet (3GPP TS 23.038), or as UCS-2 once one character is not in
 * it, which more than halves what fits. Each segment is paid for.
 *
 * @param gsm7 whether every character is in the GSM-7 alphabet
 * @param segments how many messages it is cut into, at least 1
 */
public record SmsSegments(boolean gsm7, int segments) {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    /** Two septets each. */
    private static final String EXTENDED = "^{}\\[~]|€\f";

    private static final int GSM7_WHOLE = 160;
    private static final int GSM7_PART = 153;
    private static final int UCS2_WHOLE = 70;
    private static final int UCS2_PART = 67;

    /**
     * Measures a text.
     *
     * @param text before it is cut into segments
     * @return the alphabet it needs and how many messages it is cut into
     */
    public static SmsSegments of(String text) {
        int septets = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (BASIC.indexOf(c) >= 0) {
                septets++;
            } else if (EXTENDED.indexOf(c) >= 0) {
                septets += 2;
            } else {
                return new SmsSegments(false, parts(text.length(), UCS2_WHOLE, UCS2_PART));
            }
        }
        return new SmsSegments(true, parts(septets, GSM7_WHOLE, GSM7_PART));
    }

    private static int parts(int units, int whole, int part) {
        return units <= whole ? 1 : (units + part - 1) / part;
    }
}
