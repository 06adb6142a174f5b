package dev.lockstile.proofs;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One person, and what the hosts acknowledged to this person. */
final class Visitor {

    final String email;

    /** The registration was accepted: there is an account, and a link comes. */
    boolean registered;

    /** The link was used with success; null while it was not shown, or its answer was an outage. */
    boolean proven;

    /** The link was shown. */
    boolean proofTried;

    /** The refresh token that was issued last; null without a session. */
    @Nullable
    String token;

    /** Tokens that were exchanged for another one. */
    final List<String> rotated = new ArrayList<>();

    /** The answer to a rotation was an outage, so that it is not known which token is the last one. */
    boolean tokenInDoubt;

    /** The request was acknowledged: a code comes. */
    boolean codeSent;

    /** The code was shown. */
    boolean codeTried;

    /** The code opened a session. */
    boolean codeUsed;

    Visitor(String email) {
        this.email = email;
    }
}
