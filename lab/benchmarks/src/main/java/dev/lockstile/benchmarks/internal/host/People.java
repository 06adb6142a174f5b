package dev.lockstile.benchmarks.internal.host;

/**
 * People whose past is in the tables, evenly spread over them.
 *
 * @param count how many
 * @param stride how far apart their keys are
 */
public record People(int count, long stride) {

    /** The address of the person of that number, which may go round. */
    public String email(long number) {
        return "p" + (1 + Math.floorMod(number, count) * stride) + "@acme.example";
    }
}
