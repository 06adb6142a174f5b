package dev.lockstile.auth.pages;

import io.nayuki.qrcodegen.QrCode;
import java.util.Optional;

/**
 * A text as a QR code (ISO/IEC 18004), for an image within the page: no other site draws it, and none hears of the
 * text.
 *
 * @param size modules of a side, with the quiet zone
 * @param path of an SVG image of that size: each dark module as a square
 */
record QrSymbol(int size, String path) {

    private static final int QUIET_ZONE = 4;
    private static final int LONGEST = 600;

    /** Empty for a text that makes more modules than a camera tells apart on a screen. */
    static Optional<QrSymbol> of(String text) {
        return text.length() > LONGEST ? Optional.empty() : Optional.of(drawn(text));
    }

    private static QrSymbol drawn(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET_ZONE)
                            .append(' ')
                            .append(y + QUIET_ZONE)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrSymbol(code.size + 2 * QUIET_ZONE, path.toString());
    }

    @Override
    public String toString() {
        return "QrSymbol[***]";
    }
}
