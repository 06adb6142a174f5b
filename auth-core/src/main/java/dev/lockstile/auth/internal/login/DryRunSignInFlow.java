package dev.lockstile.auth.internal.login;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.identifier.UnprovenIdentifiers;
import dev.lockstile.auth.login.DryRunSignIn;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.password.MarkedHash;
import dev.lockstile.auth.secret.Secret;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers as the sign-in would, with the same look-up and the same rule, and does nothing else: it has the store for
 * reading only and none of the rate limiters, hooks and events. It does not even out its work; a caller that waits for
 * it is no client.
 */
public final class DryRunSignInFlow implements DryRunSignIn {

    private static final Set<String> NONE = Set.of("none", "unusable");

    private final FlowContext context;
    private final LoginLookup lookup;

    public DryRunSignInFlow(FlowContext context) {
        this.context = context;
        this.lookup = new LoginLookup(context.identifiers());
    }

    @Override
    public DryRunSignIn.Result password(String login, Secret password) {
        List<Identifier> meanings = lookup.candidates(login);
        DryRunSignIn.Result first = password(meanings, password);
        List<Identifier> names = LoginLookup.namesBesideNumbers(meanings);
        if (first.answer().letsIn() || first.user() == null || names.isEmpty()) {
            return first;
        }
        DryRunSignIn.Result named = password(names, password);
        return named.answer().letsIn() ? named : first;
    }

    private DryRunSignIn.Result password(List<Identifier> meanings, Secret password) {
        return context.store()
                .read(tx -> LoginLookup.find(tx, meanings))
                .map(found -> here(found, password))
                .orElseGet(() -> new DryRunSignIn.Result(context.accounts().dryRun(meanings, password)));
    }

    private DryRunSignIn.Result here(LoginLookup.Found found, Secret password) {
        Secret stored = found.user().passwordHash();
        String hash = MarkedHash.comparable(stored == null ? null : stored.reveal(), context.now());
        String format = context.passwords().formats().formatOf(hash);
        return new DryRunSignIn.Result(
                answer(found, hash, format, password), found.user().info().id(), format);
    }

    private DryRunSignIn.Outcome answer(
            LoginLookup.Found found, @Nullable String hash, String format, Secret password) {
        if (NONE.contains(format)) {
            return DryRunSignIn.Outcome.NO_PASSWORD;
        }
        if (!context.passwords().hasher().check(hash, password).matches()) {
            return DryRunSignIn.Outcome.WRONG_PASSWORD;
        }
        if (!found.user().info().status().mayAct()) {
            return DryRunSignIn.Outcome.DISABLED;
        }
        return found.maySignIn() ? DryRunSignIn.Outcome.SIGNS_IN : DryRunSignIn.Outcome.UNPROVEN;
    }

    @Override
    public DryRunSignIn.Result code(String addressOrNumber) {
        Optional<Identifier> name = Stream.of(
                        context.identifiers().email(addressOrNumber),
                        context.identifiers().phone(addressOrNumber))
                .flatMap(Optional::stream)
                .findFirst();
        return name.map(this::code).orElseGet(() -> new DryRunSignIn.Result(DryRunSignIn.Outcome.UNKNOWN_NAME));
    }

    private DryRunSignIn.Result code(Identifier name) {
        return context.accounts()
                .owner(name)
                .map(user -> code(user.info(), name))
                .orElseGet(() -> new DryRunSignIn.Result(context.accounts().dryRun(name)));
    }

    private static DryRunSignIn.Result code(UserInfo owner, Identifier name) {
        if (UnprovenIdentifiers.opensByCode(owner, name.kind())) {
            return new DryRunSignIn.Result(DryRunSignIn.Outcome.SIGNS_IN, owner.id(), null);
        }
        boolean disabled = !owner.status().mayAct();
        return new DryRunSignIn.Result(
                disabled ? DryRunSignIn.Outcome.DISABLED : DryRunSignIn.Outcome.UNPROVEN, owner.id(), null);
    }
}
