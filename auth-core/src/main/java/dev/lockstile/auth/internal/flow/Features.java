package dev.lockstile.auth.internal.flow;

import dev.lockstile.auth.internal.flow.FeatureRows.Row;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import java.util.List;

/**
 * The optional features that the host has entities for.
 *
 * @param all in the order in which they are asked
 */
public record Features(List<FeatureRows> all) {

    public Features {
        all = List.copyOf(all);
    }

    /** What the features keep of an account. */
    public List<Row> rows(AuthTx tx, UserId user) {
        return all.stream().flatMap(feature -> feature.of(tx, user).stream()).toList();
    }

    /** What one feature keeps of an account; nothing where the host does not have it. */
    public List<Row> rows(String feature, AuthTx tx, UserId user) {
        return all.stream()
                .filter(one -> one.feature().equals(feature))
                .flatMap(one -> one.of(tx, user).stream())
                .toList();
    }

    /** Whether the account can sign in by a feature other than this one. */
    boolean signInWithout(String feature, AuthTx tx, UserId user) {
        return all.stream().filter(one -> !one.feature().equals(feature)).anyMatch(one -> one.signIn(tx, user));
    }
}
