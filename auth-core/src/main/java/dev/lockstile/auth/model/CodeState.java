package dev.lockstile.auth.model;

/**
 * A code as it stands in the store.
 *
 * @param binding what the code is good for
 * @param digest keyed digest of the code, never the code
 * @param attempts attempts that were spent so far
 * @param maxAttempts attempts it has in all
 * @param times when it was sent, and when it is over
 */
public record CodeState(CodeBinding binding, String digest, int attempts, int maxAttempts, CodeTimes times) {

    @Override
    public String toString() {
        return "CodeState[" + binding.purpose() + ", " + attempts + "/" + maxAttempts + "]";
    }
}
