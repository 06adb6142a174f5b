package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.NoticeLinks;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.CodeState;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.CodeStore.NewCode;
import dev.lockstile.auth.store.CodeStore.StoredCode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The address and the number that an account had before they were changed, while links of notices are good: another
 * person may have changed them. Of several changes in that time the first counts, so that an address which stood between
 * gives its holder nothing. They are rows of codes that match no text and are sent to no address.
 */
record FormerIdentifiers(FlowContext context) {

    private static final int NAME_BYTES = 16;
    /** In place of an address or number that the account did not have. */
    private static final String NONE = "-";

    /** Before the change, in its transaction. An account with nothing proven was told of nothing: no address is kept. */
    void keep(AuthTx tx, UserInfo before, IdentifierKind kind, Instant now) {
        IdentifierState state = before.identifiers().of(kind);
        String value = state.isVerified() ? String.valueOf(state.value()) : NONE;
        Optional<Former> first = of(tx, before.id(), kind, now);
        boolean told = before.identifiers().anyVerified() || kind == IdentifierKind.PHONE || first.isPresent();
        if (told && context.noticeLinks() != NoticeLinks.NONE) {
            write(tx, before.id(), kind, first.orElse(new Former("", value, now, now)), now);
        }
    }

    /** What the account had before the first change within the time of links, if it was changed. */
    Optional<Former> of(AuthTx tx, UserId user, IdentifierKind kind, Instant now) {
        return tx.codes().live(liveKey(user, kind)).map(Former::of).filter(former -> former.isKeptAt(now));
    }

    /** True when the address or number that is replaced now is the one that can be taken back. */
    boolean isKept(AuthTx tx, UserInfo before, IdentifierKind kind, Instant now) {
        Optional<String> key =
                read(context, kind, before.identifiers().of(kind).value()).map(Identifier::key);
        return of(tx, before.id(), kind, now)
                .flatMap(former -> former.identifier(context, kind))
                .map(Identifier::key)
                .equals(key);
    }

    /** True when the account got its proven address within the time of links. */
    boolean hadNoAddress(AuthTx tx, UserId user, Instant now) {
        return of(tx, user, IdentifierKind.EMAIL, now)
                .filter(former ->
                        former.identifier(context, IdentifierKind.EMAIL).isEmpty())
                .isPresent();
    }

    /** An address or number as it is stored; empty for none. */
    static Optional<Identifier> read(FlowContext context, IdentifierKind kind, @Nullable String stored) {
        String text = String.valueOf(stored);
        return kind == IdentifierKind.EMAIL
                ? context.identifiers().email(text)
                : context.identifiers().phone(text);
    }

    private void write(AuthTx tx, UserId user, IdentifierKind kind, Former former, Instant now) {
        String name = context.randomness().text(NAME_BYTES);
        Channel channel = kind == IdentifierKind.EMAIL ? Channel.EMAIL : Channel.SMS;
        CodeState.Binding binding =
                new CodeState.Binding(name, CodePurpose.SIGN_IN_NOTICE, channel, digest("of", name), user);
        CodeState.Times times =
                new CodeState.Times(former.firstChange(), now.plus(SecurityNoticeLinks.LIFE), null, null);
        CodeState state =
                new CodeState(binding, digest("none", context.randomness().text(NAME_BYTES)), 0, 1, times);
        tx.codes().replace(new NewCode(state, former.value(), liveKey(user, kind), now));
    }

    private String liveKey(UserId user, IdentifierKind kind) {
        return CodePurpose.SIGN_IN_NOTICE + ":" + digest(kind.name(), user.toString());
    }

    private String digest(String what, String text) {
        return context.digests().use("former").of(what, text);
    }

    /**
     * What was replaced.
     *
     * @param name of its row
     * @param value the address or number; no such for none
     * @param firstChange when it was replaced
     * @param lastChange when what stood in its place was, or the same
     */
    record Former(String name, String value, Instant firstChange, Instant lastChange) {

        private static Former of(StoredCode row) {
            CodeState state = row.state();
            return new Former(
                    state.binding().challengeId(),
                    row.recipient(),
                    state.times().sentAt(),
                    state.times().validUntil().minus(SecurityNoticeLinks.LIFE));
        }

        private boolean isKeptAt(Instant now) {
            return lastChange.plus(SecurityNoticeLinks.LIFE).isAfter(now);
        }

        Optional<Identifier> identifier(FlowContext context, IdentifierKind kind) {
            return read(context, kind, value);
        }

        @Override
        public String toString() {
            return "Former[hidden]";
        }
    }
}
