package dev.lockstile.auth.imports.source;

import java.io.IOException;
import java.io.PushbackReader;

/** Finds the character that separates the cells of a CSV file: a comma, a semicolon or a tab. */
final class CsvDelimiter {

    private static final String DELIMITERS = ",;\t";

    private CsvDelimiter() {}

    /** Returns the delimiter that is most frequent in the first line; a comma where there is none. */
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
