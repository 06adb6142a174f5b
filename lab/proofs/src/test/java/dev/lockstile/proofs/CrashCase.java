package dev.lockstile.proofs;

import java.util.List;

/** A call during which a process dies, and what has to hold afterwards. */
interface CrashCase {

    String name();

    Operation operation();

    /** What the call needs; the answer is its arguments. */
    List<String> prepare(ProofFixture fixture, String email);

    /** What has to hold once the process is dead and another one goes on. */
    void recovers(ProofFixture fixture, String email, List<String> args);

    default String again(ProofFixture fixture, List<String> args) {
        return fixture.answer(operation(), args.toArray(String[]::new));
    }
}
