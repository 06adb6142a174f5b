package dev.lockstile.auth.internal.login;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.otp.CodeEntry;
import dev.lockstile.auth.legacy.LegacyVerdict;
import dev.lockstile.auth.login.Rehearsal;
import dev.lockstile.auth.login.Rehearsed;
import dev.lockstile.auth.login.RehearsedAnswer;
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
public final class RehearsalFlow implements Rehearsal {

    private static final Set<String> NONE = Set.of("none", "unusable");

    private final FlowContext context;
    private final LoginLookup lookup;

    public RehearsalFlow(FlowContext context) {
        this.context = context;
        this.lookup = new LoginLookup(context.identifiers());
    }

    @Override
    public Rehearsed password(String login, Secret password) {
        return context.store()
                .read(tx -> lookup.find(tx, login))
                .map(found -> here(found, password))
                .orElseGet(() -> there(lookup.candidates(login), password));
    }

    private Rehearsed here(LoginLookup.Found found, Secret password) {
        Secret stored = found.user().passwordHash();
        String hash = stored == null ? null : stored.reveal();
        String format = context.passwords().formats().formatOf(hash);
        return new Rehearsed(
                answer(found, hash, format, password), found.user().info().id(), format);
    }

    private RehearsedAnswer answer(LoginLookup.Found found, @Nullable String hash, String format, Secret password) {
        if (NONE.contains(format)) {
            return RehearsedAnswer.NO_PASSWORD;
        }
        if (!context.passwords().hasher().check(hash, password).matches()) {
            return RehearsedAnswer.WRONG_PASSWORD;
        }
        if (!found.user().info().standing().mayAct()) {
            return RehearsedAnswer.DISABLED;
        }
        return found.maySignIn() ? RehearsedAnswer.SIGNS_IN : RehearsedAnswer.UNPROVEN;
    }

    private Rehearsed there(List<Identifier> candidates, Secret password) {
        return candidates.isEmpty() || !context.legacy().isOpen()
                ? new Rehearsed(RehearsedAnswer.UNKNOWN_NAME)
                : new Rehearsed(said(context.legacy().rehearse(candidates, password)));
    }

    @Override
    public Rehearsed code(String addressOrNumber) {
        Optional<Identifier> name = Stream.of(
                        context.identifiers().email(addressOrNumber),
                        context.identifiers().phone(addressOrNumber))
                .flatMap(Optional::stream)
                .findFirst();
        return name.map(this::code).orElseGet(() -> new Rehearsed(RehearsedAnswer.UNKNOWN_NAME));
    }

    private Rehearsed code(Identifier name) {
        Optional<StoredUser> owner = context.store().read(tx -> tx.users().byKey(name.kind(), name.key()));
        return owner.map(user -> code(user.info(), name))
                .orElseGet(() -> new Rehearsed(said(context.legacy().rehearse(name))));
    }

    private static Rehearsed code(UserInfo owner, Identifier name) {
        if (CodeEntry.isOpen(owner, name.kind())) {
            return new Rehearsed(RehearsedAnswer.SIGNS_IN, owner.id(), null);
        }
        boolean disabled = !owner.standing().mayAct();
        return new Rehearsed(disabled ? RehearsedAnswer.DISABLED : RehearsedAnswer.UNPROVEN, owner.id(), null);
    }

    private static RehearsedAnswer said(LegacyVerdict verdict) {
        return switch (verdict) {
            case MATCH -> RehearsedAnswer.COMES_OVER;
            case UNPROVEN -> RehearsedAnswer.UNPROVEN;
            case NO_MATCH -> RehearsedAnswer.UNKNOWN_NAME;
            case UNKNOWN -> RehearsedAnswer.NOT_TOLD;
        };
    }
}
