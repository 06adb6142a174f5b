package dev.lockstile.auth.imports.source;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Ends the reading of a record that is too long, since a small compressed file may have a cell of any length. */
final class BoundedReader extends FilterReader {

    private final int longest;
    private long read;

    BoundedReader(Reader in, int longest) {
        super(in);
        this.longest = longest;
    }

    /** Thrown for a record that is too long. */
    static final class TooLongException extends IOException {

        private static final long serialVersionUID = 1L;

        TooLongException(int longest) {
            super("longer than " + longest + " characters");
        }
    }

    /** Begins another record. */
    void begin() {
        read = 0;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        int more = super.read(into, from, length);
        count(Math.max(0, more));
        return more;
    }

    private void count(int more) throws TooLongException {
        read += more;
        if (read > longest) {
            throw new TooLongException(longest);
        }
    }
}
