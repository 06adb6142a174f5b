package dev.lockstile.auth.internal.message;

import org.jspecify.annotations.Nullable;

/** What may be told of an unexpected exception: its class and where it was thrown; its message may quote a code. */
final class ErrorSummary {

    private ErrorSummary() {}

    static FailedSend in(String where, @Nullable Throwable errorSummary) {
        return FailedSend.temporary(where + " failed with " + describe(errorSummary));
    }

    static String describe(@Nullable Throwable errorSummary) {
        if (errorSummary == null) {
            return "an unknown error";
        }
        StackTraceElement[] trace = errorSummary.getStackTrace();
        String place = trace.length == 0 ? "" : " at " + trace[0].getClassName() + ":" + trace[0].getLineNumber();
        return errorSummary.getClass().getName() + place;
    }
}
