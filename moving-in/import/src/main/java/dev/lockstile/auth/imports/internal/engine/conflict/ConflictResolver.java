package dev.lockstile.auth.imports.internal.engine.conflict;

import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decides which of several source accounts keeps an identifier that all of them have. Under every policy an account
 * that takes it only if it is free comes last, and a second row of a person comes after the main rows.
 */
final class ConflictResolver {

    private static final Comparator<IdentifierCandidate> BY_RANK = Comparator.<IdentifierCandidate, Boolean>comparing(
                    candidate -> candidate.has(IdentifierCandidate.ONLY_IF_FREE))
            .thenComparing(candidate -> candidate.has(IdentifierCandidate.COMPANION));

    private final Comparator<IdentifierCandidate> order;

    ConflictResolver(DuplicatePolicy policy) {
        this.order = order(policy);
    }

    /**
     * The decision about an identifier.
     *
     * @param winner the account that keeps it
     * @param alone true when every other request only asks whether an account has it
     * @param oneAccount true when every other row with it is a second row
     */
    record Resolution(IdentifierCandidate winner, boolean alone, boolean oneAccount) {}

    /** Decides between all requests for one identifier; empty when all of them only ask whether an account has it. */
    Optional<Resolution> resolve(List<IdentifierCandidate> requests) {
        List<IdentifierCandidate> candidates = requests.stream()
                .filter(request -> !request.has(IdentifierCandidate.QUESTION))
                .toList();
        return candidates.stream().min(order).map(best -> {
            List<IdentifierCandidate> others = candidates.stream()
                    .filter(request -> request.account() != best.account())
                    .toList();
            boolean oneAccount = others.stream().allMatch(request -> request.has(IdentifierCandidate.COMPANION));
            return new Resolution(best, others.isEmpty(), oneAccount);
        });
    }

    /** Returns the order in which the first account keeps the identifier. */
    private static Comparator<IdentifierCandidate> order(DuplicatePolicy policy) {
        Comparator<IdentifierCandidate> rest = switch (policy) {
            case FIRST ->
                Comparator.<IdentifierCandidate, Boolean>comparing(
                                candidate -> candidate.has(IdentifierCandidate.MAY_NOT_SIGN_IN))
                        .thenComparingLong(IdentifierCandidate::place);
            case NEWEST ->
                Comparator.comparingLong(IdentifierCandidate::createdAt).reversed();
            case RULE, MERGE, QUARANTINE ->
                Comparator.<IdentifierCandidate, Boolean>comparing(
                                candidate -> candidate.has(IdentifierCandidate.MAY_NOT_SIGN_IN))
                        .thenComparing(candidate -> candidate.has(IdentifierCandidate.UNVERIFIED))
                        .thenComparingLong(IdentifierCandidate::createdAt);
        };
        return BY_RANK.thenComparing(rest).thenComparingLong(IdentifierCandidate::place);
    }
}
