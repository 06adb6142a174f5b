package dev.lockstile.auth.internal.message;

import org.jspecify.annotations.Nullable;

/** What may be told of an exception nobody foresaw: its class and where it was thrown; its message may quote a code. */
final class Surprise {

    private Surprise() {}

    static FailedTry in(String where, @Nullable Throwable surprise) {
        return FailedTry.temporary(where + " failed with " + describe(surprise));
    }

    static String describe(@Nullable Throwable surprise) {
        if (surprise == null) {
            return "an unknown error";
        }
        StackTraceElement[] trace = surprise.getStackTrace();
        String place = trace.length == 0 ? "" : " at " + trace[0].getClassName() + ":" + trace[0].getLineNumber();
        return surprise.getClass().getName() + place;
    }
}
