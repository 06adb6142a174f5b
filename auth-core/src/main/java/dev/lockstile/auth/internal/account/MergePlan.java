package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.AccountMerging.Merge;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a merge of two accounts would move, and what speaks against it. A second factor protects what its account has,
 * so an account with one never loses it by a merge; and an account that has proven nothing may be another person's.
 */
record MergePlan(StoredUser from, StoredUser into, Set<String> providers) {

    static MergePlan of(AuthTx tx, StoredUser from, StoredUser into) {
        Set<String> there = providers(tx, into);
        return new MergePlan(
                from,
                into,
                providers(tx, from).stream()
                        .filter(provider -> !there.contains(provider))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Set<String> providers(AuthTx tx, StoredUser user) {
        return tx.socials().isMapped()
                ? tx.socials().of(user.info().id()).stream()
                        .map(linked -> linked.identity().provider())
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    Merge merge() {
        return new Merge(
                from.info().id(),
                into.info().id(),
                moved().stream().map(Move::kind).toList(),
                kinds().filter(kind -> isOwned(from, kind) && isOwned(into, kind))
                        .toList(),
                providers.stream().sorted().toList(),
                from.profiles().size(),
                conflicts());
    }

    /** Identifiers that the staying account gets. */
    List<Move> moved() {
        return kinds().filter(kind -> isOwned(from, kind) && !isOwned(into, kind))
                .map(kind -> new Move(
                        new Identifier(
                                kind,
                                Objects.requireNonNull(state(from, kind).value()),
                                Objects.requireNonNull(from.keys().of(kind))),
                        state(from, kind).verifiedAt()))
                .toList();
    }

    private static Stream<IdentifierKind> kinds() {
        return Stream.of(IdentifierKind.values());
    }

    private static IdentifierState state(StoredUser user, IdentifierKind kind) {
        return user.info().identifiers().of(kind);
    }

    private static boolean isOwned(StoredUser user, IdentifierKind kind) {
        IdentifierState state = state(user, kind);
        return state.owned() && (kind == IdentifierKind.USERNAME || state.isVerified());
    }

    List<FieldProblem> conflicts() {
        List<FieldProblem> found = new ArrayList<>();
        add(found, from.info().id().equals(into.info().id()), "into", "same_account");
        add(found, !from.info().status().mayAct(), "from", "disabled");
        add(found, !into.info().status().mayAct(), "into", "disabled");
        add(found, from.hasSecondFactor(), "from", "has_second_factor");
        add(found, !into.info().identifiers().anyVerified(), "into", "unproven");
        add(found, from.profiles().size() + into.profiles().size() > ProfileFlows.MOST, "from", "too_many_profiles");
        return found;
    }

    private static void add(List<FieldProblem> found, boolean holds, String side, String code) {
        if (holds) {
            found.add(FieldProblem.of(side, code));
        }
    }

    /** An identifier with its proof; none for a user name. */
    record Move(Identifier identifier, @Nullable Instant verifiedAt) {

        IdentifierKind kind() {
            return identifier.kind();
        }
    }
}
