package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The image of a key: in the form that cameras look for. */
class QrSymbolTest {

    private static final String TEXT =
            "otpauth://totp/Acme:ana%40example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Acme";
    private static final int QUIET = 4;
    private static final int FINDER = 7;

    @Test
    void a_text_that_no_camera_reads_from_a_screen_has_no_image() {
        assertThat(QrSymbol.of("a".repeat(601))).isEmpty();
        assertThat(QrSymbol.of("a".repeat(600))).isPresent();
    }

    @Test
    void the_image_does_not_tell_its_text_to_a_log() {
        assertThat(QrSymbol.of(TEXT).orElseThrow()).hasToString("QrSymbol[***]");
    }

    @Test
    void the_edge_is_quiet_and_three_corners_have_their_marks() {
        QrSymbol symbol = QrSymbol.of(TEXT).orElseThrow();
        boolean[][] dark = modules(symbol);
        int far = symbol.size() - QUIET - FINDER;
        for (int i = 0; i < symbol.size(); i++) {
            for (int j = 0; j < QUIET; j++) {
                assertThat(dark[i][j] || dark[j][i] || dark[i][symbol.size() - 1 - j] || dark[symbol.size() - 1 - j][i])
                        .as("quiet zone")
                        .isFalse();
            }
        }
        assertThat(isFinder(dark, QUIET, QUIET)).isTrue();
        assertThat(isFinder(dark, QUIET, far)).isTrue();
        assertThat(isFinder(dark, far, QUIET)).isTrue();
        assertThat(isFinder(dark, far, far)).isFalse();
        assertThat((symbol.size() - 2 * QUIET - 17) % 4)
                .as("a size of the standard")
                .isZero();
    }

    /** A ring of dark, a ring of light, and three by three dark modules. */
    private static boolean isFinder(boolean[][] dark, int top, int left) {
        for (int y = 0; y < FINDER; y++) {
            for (int x = 0; x < FINDER; x++) {
                int ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
                if (dark[top + y][left + x] != (ring != 2)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean[][] modules(QrSymbol symbol) {
        boolean[][] dark = new boolean[symbol.size()][symbol.size()];
        int[] at = {0, 0};
        Matcher run = Pattern.compile("\\Gm(-?\\d+) ?(-?\\d+)h(\\d+)v1h-\\3").matcher(symbol.path());
        int end = 0;
        while (run.find()) {
            at[0] += Integer.parseInt(run.group(1));
            at[1] += Integer.parseInt(run.group(2));
            IntStream.range(0, Integer.parseInt(run.group(3))).forEach(x -> dark[at[1]][at[0] + x] = true);
            at[1]++;
            end = run.end();
        }
        assertThat(end).as("the path is read whole").isEqualTo(symbol.path().length());
        return dark;
    }
}
