package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.identifier.UnprovenIdentifiers;
import dev.lockstile.auth.internal.throttle.SendLimiter.Asker;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.otp.PurposeCodes;
import dev.lockstile.auth.otp.PurposeCodes.Recipient;
import dev.lockstile.auth.otp.PurposeSettings;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.store.StoredUser;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may receive a code of a purpose: an account in good standing at what it has proven, and, where the purpose allows
 * it, an address or number that no account has proven.
 */
final class PurposeRecipients {

    private final FlowContext context;
    private final PurposeSettings purpose;

    PurposeRecipients(FlowContext context, PurposeSettings purpose) {
        this.context = context;
        this.purpose = purpose;
    }

    Found find(Recipient wanted) {
        return wanted instanceof Recipient.Account account
                ? ofAccount(account)
                : ofAddress(((Recipient.Address) wanted).identifier());
    }

    private Found ofAccount(Recipient.Account account) {
        Channel channel = account.channel();
        if (channel != null && !purpose.channels().contains(channel)) {
            return Found.not(invalid("channel", "channel_mismatch"));
        }
        Optional<UserInfo> user = context.store()
                .read(tx -> tx.users().byId(account.user()))
                .map(StoredUser::info)
                .filter(found -> found.status().mayAct());
        if (user.isEmpty()) {
            return Found.not(Outcome.refused(Refusal.ACCOUNT_UNAVAILABLE));
        }
        return Stream.of(Channel.EMAIL, Channel.SMS)
                .filter(by -> channel == null ? purpose.channels().contains(by) : channel == by)
                .flatMap(by -> proven(user.get(), by).stream())
                .findFirst()
                .map(to -> Found.of(new Receiver(to, user.get(), Asker.OWNER)))
                .orElseGet(() -> Found.not(Outcome.refused(Refusal.NO_PROVEN_ADDRESS)));
    }

    private Found ofAddress(CodeIdentifier wanted) {
        if (!purpose.channels().contains(channelOf(wanted.kind()))) {
            return Found.not(invalid("channel", "channel_mismatch"));
        }
        return LoginCodes.identifier(context.identifiers(), wanted)
                .map(to -> Found.of(owned(to)))
                .orElseGet(() -> Found.not(Outcome.invalid(List.of(LoginCodes.invalid(wanted)))));
    }

    /** An owner who may not act gets none, whatever the purpose allows: else a ban would not hold. */
    private Receiver owned(Identifier to) {
        Optional<UserInfo> owner = context.store()
                .read(tx -> tx.users().byKey(to.kind(), to.key()))
                .map(StoredUser::info)
                .filter(user -> UnprovenIdentifiers.isProven(user, to.kind()));
        if (owner.isEmpty()) {
            return new Receiver(to, null, purpose.withoutAccount() ? Asker.STRANGER : Asker.NOBODY);
        }
        UserInfo user = owner.get();
        return user.status().mayAct()
                ? new Receiver(proven(user, channelOf(to.kind())).orElse(to), user, Asker.OWNER)
                : new Receiver(to, null, Asker.NOBODY);
    }

    private Optional<Identifier> proven(UserInfo user, Channel channel) {
        IdentifierKind kind = channel == Channel.EMAIL ? IdentifierKind.EMAIL : IdentifierKind.PHONE;
        String value = user.identifiers().of(kind).value();
        if (value == null || !UnprovenIdentifiers.isProven(user, kind)) {
            return Optional.empty();
        }
        return LoginCodes.identifier(context.identifiers(), new CodeIdentifier(kind, value));
    }

    /** True while the account may act and has still proven the address or number that the code was sent to. */
    boolean isStill(Optional<StoredUser> owner, Channel channel, String recipientKey) {
        return owner.map(StoredUser::info)
                .filter(user -> user.status().mayAct())
                .flatMap(user -> proven(user, channel))
                .filter(identifier -> identifier.key().equals(recipientKey))
                .isPresent();
    }

    private static Channel channelOf(IdentifierKind kind) {
        return kind == IdentifierKind.EMAIL ? Channel.EMAIL : Channel.SMS;
    }

    private static Outcome<PurposeCodes.Issued> invalid(String field, String code) {
        return Outcome.invalid(List.of(FieldProblem.of(field, code)));
    }

    /**
     * Who gets a code.
     *
     * @param user null for an address or number without an account
     * @param asker {@link Asker#NOBODY} where none may leave
     */
    record Receiver(Identifier to, @Nullable UserInfo user, Asker asker) {

        @Nullable
        UserId userId() {
            return user == null ? null : user.id();
        }

        @Nullable
        String language(@Nullable String otherwise) {
            String own = user == null ? null : user.language();
            return own == null ? otherwise : own;
        }
    }

    /** A receiver, or why there is none. */
    record Found(@Nullable Receiver receiver, @Nullable Outcome<PurposeCodes.Issued> refusal) {

        static Found of(Receiver receiver) {
            return new Found(receiver, null);
        }

        static Found not(Outcome<PurposeCodes.Issued> refusal) {
            return new Found(null, refusal);
        }
    }
}
