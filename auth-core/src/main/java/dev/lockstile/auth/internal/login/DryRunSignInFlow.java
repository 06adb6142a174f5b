package dev.lockstile.auth.internal.login;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.otp.CodeEntry;
import dev.lockstile.auth.legacy.LegacyVerdict;
import dev.lockstile.auth.login.DryRunOutcome;
import dev.lockstile.auth.login.DryRunResult;
import dev.lockstile.auth.login.DryRunSignIn;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.StoredUser;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers as the sign-in would, with the same look-up and the same rule, and does nothing else: it has the store for
 * reading only and none of the doors, hooks and events. It does not even out its work; whoever waits for it is no client.
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
    public DryRunResult password(String login, Secret password) {
        return context.store()
                .read(tx -> lookup.find(tx, login))
                .map(found -> here(found, password))
                .orElseGet(() -> there(lookup.candidates(login), password));
    }

    private DryRunResult here(LoginLookup.Found found, Secret password) {
        Secret stored = found.user().passwordHash();
        String hash = stored == null ? null : stored.reveal();
        String format = context.passwords().formats().formatOf(hash);
        return new DryRunResult(
                answer(found, hash, format, password), found.user().info().id(), format);
    }

    private DryRunOutcome answer(LoginLookup.Found found, @Nullable String hash, String format, Secret password) {
        if (NONE.contains(format)) {
            return DryRunOutcome.NO_PASSWORD;
        }
        if (!context.passwords().hasher().check(hash, password).matches()) {
            return DryRunOutcome.WRONG_PASSWORD;
        }
        if (!found.user().info().status().mayAct()) {
            return DryRunOutcome.DISABLED;
        }
        return found.maySignIn() ? DryRunOutcome.SIGNS_IN : DryRunOutcome.UNPROVEN;
    }

    private DryRunResult there(List<Identifier> candidates, Secret password) {
        return candidates.isEmpty() || !context.legacy().isOpen()
                ? new DryRunResult(DryRunOutcome.UNKNOWN_NAME)
                : new DryRunResult(said(context.legacy().dryRun(candidates, password)));
    }

    @Override
    public DryRunResult code(String addressOrNumber) {
        Optional<Identifier> name = Stream.of(
                        context.identifiers().email(addressOrNumber),
                        context.identifiers().phone(addressOrNumber))
                .flatMap(Optional::stream)
                .findFirst();
        return name.map(this::code).orElseGet(() -> new DryRunResult(DryRunOutcome.UNKNOWN_NAME));
    }

    private DryRunResult code(Identifier name) {
        Optional<StoredUser> owner = context.store().read(tx -> tx.users().byKey(name.kind(), name.key()));
        return owner.map(user -> code(user.info(), name))
                .orElseGet(() -> new DryRunResult(said(context.legacy().dryRun(name))));
    }

    private static DryRunResult code(UserInfo owner, Identifier name) {
        if (CodeEntry.isOpen(owner, name.kind())) {
            return new DryRunResult(DryRunOutcome.SIGNS_IN, owner.id(), null);
        }
        boolean disabled = !owner.status().mayAct();
        return new DryRunResult(disabled ? DryRunOutcome.DISABLED : DryRunOutcome.UNPROVEN, owner.id(), null);
    }

    private static DryRunOutcome said(LegacyVerdict verdict) {
        return switch (verdict) {
            case MATCH -> DryRunOutcome.COMES_OVER;
            case UNPROVEN -> DryRunOutcome.UNPROVEN;
            case NO_MATCH -> DryRunOutcome.UNKNOWN_NAME;
            case UNKNOWN -> DryRunOutcome.NOT_TOLD;
        };
    }
}
