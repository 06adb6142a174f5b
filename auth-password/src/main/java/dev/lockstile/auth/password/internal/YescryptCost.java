package dev.lockstile.auth.password.internal;

import org.jspecify.annotations.Nullable;

/** yescrypt's figures: N = 2^logN blocks of 128 r bytes, divided among p lanes, and extra time t. */
record YescryptCost(int logN, int r, int p, int t) {

    YescryptCost {
        RefusedHashException.unless(logN >= 1 && logN <= 24 && r >= 1 && r <= 1_024, "odd yescrypt figures");
        RefusedHashException.unless(
                p >= 1 && p <= 1_024 && (1 << logN) / p > 1 && t >= 0 && t <= 1_024, "odd yescrypt figures");
    }

    int n() {
        return 1 << logN;
    }

    /** All memory one hash takes: the blocks, the lanes' state and tables. */
    long kib() {
        return Math.max(1, (128L * r * (n() + p + 2) + 12_288L * p) / 1_024);
    }

    /** Memory times passes, comparable with scrypt's memory times p. */
    long work() {
        return kib() * Math.max(1, t);
    }

    /**
     * Reads the parameter field of {@code $y$}.
     *
     * @return null when it is of another flavour than crypt(3) writes, or uses what no crypt(3) can (ROM, upgrades)
     */
    static @Nullable YescryptCost read(String field) {
        Reader reader = new Reader(field);
        // j is 47: read-write mode, 6 rounds, 4 lanes of 2, 12 KiB
        if (reader.number(0) != 47) {
            return null;
        }
        int logN = reader.number(1);
        int r = reader.number(1);
        int more = reader.atEnd() ? 0 : reader.number(1);
        int p = (more & 1) == 0 ? 1 : reader.number(2);
        int t = (more & 2) == 0 ? 0 : reader.number(1);
        return more > 3 || !reader.atEnd() ? null : new YescryptCost(logN, r, p, t);
    }

    /** Numbers whose first character tells how many follow: 48 values in one, 8 times 64 in two, 4 times 64² ... */
    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        boolean atEnd() {
            return at == text.length();
        }

        int number(int least) {
            int lead = character();
            int from = 0;
            int to = 47;
            int bits = 0;
            long value = least;
            while (lead > to) {
                value += (long) (to + 1 - from) << bits;
                from = to + 1;
                to = from + (62 - to) / 2;
                bits += 6;
            }
            value += (long) (lead - from) << bits;
            for (int shift = bits - 6; shift >= 0; shift -= 6) {
                value += (long) character() << shift;
            }
            return (int) Math.min(value, Integer.MAX_VALUE);
        }

        private int character() {
            if (atEnd()) {
                throw new IllegalArgumentException("a number breaks off");
            }
            return Encodings.h64(text.charAt(at++));
        }
    }
}
