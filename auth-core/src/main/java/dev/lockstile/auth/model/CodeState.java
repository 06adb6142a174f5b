package dev.lockstile.auth.model;

/**
 * A code as it stands in the store.
 *
 * @param digest keyed digest of the code, never the code
 * @param attempts guesses that were spent so far
 */
public record CodeState(CodeBinding binding, String digest, int attempts, int maxAttempts, CodeTimes times) {

    @Override
    public String toString() {
        return "CodeState[" + binding.purpose() + ", " + attempts + "/" + maxAttempts + "]";
    }
}
