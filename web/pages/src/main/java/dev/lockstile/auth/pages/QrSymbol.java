package dev.lockstile.auth.pages;

import io.nayuki.qrcodegen.QrCode;
import java.util.Optional;

/**
 * A text as a QR code (ISO/IEC 18004), for an image within the page: no other site draws it, and none hears of the
 * text.
 *
 * @param size modules of a side, with the quiet zone
 * @param path of an SVG image of that size, to be filled: each run of dark modules as a rectangle, from where the one
 *     before it ends
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
        int endX = 0;
        int endY = 0;
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                int run = run(code, x, y);
                if (run > 0) {
                    int down = y + QUIET_ZONE - endY;
                    path.append('m')
                            .append(x + QUIET_ZONE - endX)
                            .append(down < 0 ? "" : " ")
                            .append(down);
                    path.append('h').append(run).append("v1h-").append(run);
                    endX = x + QUIET_ZONE;
                    endY = y + QUIET_ZONE + 1;
                    x += run;
                }
            }
        }
        return new QrSymbol(code.size + 2 * QUIET_ZONE, path.toString());
    }

    /** How many modules are dark from here on to the right; the one behind them is light. */
    private static int run(QrCode code, int x, int y) {
        int run = 0;
        while (code.getModule(x + run, y)) { // false outside
            run++;
        }
        return run;
    }

    @Override
    public String toString() {
        return "QrSymbol[***]";
    }
}
