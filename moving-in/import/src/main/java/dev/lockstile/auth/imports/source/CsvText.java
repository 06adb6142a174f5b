package dev.lockstile.auth.imports.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How the text of a CSV file is encoded, and what stands between its cells. */
final class CsvText {

    private static final String DELIMITERS = ",;\t";

    private CsvText() {}

    /** A reader in the encoding that the byte order mark tells, else in UTF-8; strict. */
    static Reader reader(InputStream in) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(in, 1 << 16);
        bytes.mark(2);
        int first = bytes.read();
        int second = bytes.read();
        bytes.reset();
        boolean wide = first == 0xff && second == 0xfe || first == 0xfe && second == 0xff;
        Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        return new InputStreamReader(bytes, charset.newDecoder());
    }

    /** What stands most often between the names of the first line; a comma where nothing does. */
    static char delimiter(PushbackReader text, int longest) throws IOException {
        StringBuilder line = new StringBuilder();
        int[] counts = new int[DELIMITERS.length()];
        boolean quoted = false;
        int read = text.read();
        while (read >= 0 && line.length() < longest - 1) {
            line.append((char) read);
            quoted ^= read == '"';
            int which = DELIMITERS.indexOf(read);
            if (!quoted && which >= 0) {
                counts[which]++;
            }
            if (!quoted && read == '\n') {
                break;
            }
            read = text.read();
        }
        text.unread(line.toString().toCharArray());
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return DELIMITERS.charAt(best);
    }
}
