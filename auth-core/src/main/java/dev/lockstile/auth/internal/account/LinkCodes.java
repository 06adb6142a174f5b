package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.otp.CodeIssuer;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.CodeStore.StoredCode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the links that prove an address or allow a new password, keeps them as keyed digests, and recognises them. One
 * link per address to be proven, and one reset per user, is live: a newer one ends the older (ASVS 6.4.1).
 */
final class LinkCodes {

    private static final int LONGEST_TOKEN = 128;
    private static final String NOT_IMPORTED = "~";
    /** How often the password of a registration is compared for one link, so that its holder cannot search for it. */
    private static final int PASSWORD_TRIES = 5;

    private final FlowContext context;
    private final Digests.Use digests;
    private final CodeIssuer issuer;

    LinkCodes(FlowContext context) {
        this.context = context;
        this.digests = context.digests().use("link");
        this.issuer = new CodeIssuer(context, digests);
    }

    /** Stores a fresh link for a user and says where it leads. */
    Made issue(AuthTx tx, Issue issue, Identifier recipient, Instant now) {
        return made(
                issue,
                store(tx, issue, recipient, new Sent(now, now, issuer.cooldown().past(now))));
    }

    /** The same in place of the live link, however young that one is. */
    Made issueAtOnce(AuthTx tx, Issue issue, Identifier recipient, Instant now) {
        return made(issue, store(tx, issue, recipient, new Sent(now, now, now)));
    }

    /** The same, counted as sent at an earlier moment. */
    Made issueSince(AuthTx tx, Issue issue, Identifier recipient, Instant since, Instant now) {
        return made(issue, store(tx, issue, recipient, new Sent(now, since, now)));
    }

    private static Made made(Issue issue, Stored stored) {
        LinkProof proof = stored.proof();
        URI address = URI.create(issue.page()
                + separator(issue.page())
                + "uid="
                + proof.uid()
                + "&token="
                + proof.token().reveal());
        return new Made(address, stored.digits());
    }

    /** Stores a fresh link that is handed out in an answer: nothing is sent, so it holds up no message. */
    LinkProof handOut(AuthTx tx, Issue issue, Identifier recipient, Instant now) {
        return store(tx, issue, recipient, new Sent(now, issuer.cooldown().past(now), now))
                .proof();
    }

    /**
     * Stores what looks like a link and is sent to no address, so that asking costs the same for a stranger's address.
     */
    Made issueDecoy(AuthTx tx, Issue issue, Identifier recipient, Instant now) {
        return issue(tx, issue, recipient, now);
    }

    /** The live link that a proof shows, not yet used up. */
    Optional<StoredCode> find(AuthTx tx, CodePurpose purpose, LinkProof proof, Instant now) {
        if (proof.token().reveal().length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        Optional<UserId> user = user(proof.uid());
        return user.flatMap(id -> holder(tx, purpose, id))
                .flatMap(holder -> tx.codes().live(liveKey(purpose, holder)))
                .filter(code -> user.get().equals(code.state().binding().user()))
                .filter(code -> isShown(code, proof, now));
    }

    /** The live link of a notice, which names its user beside a text of its own where several are live at once. */
    Optional<StoredCode> findOfNotice(AuthTx tx, LinkProof proof, Instant now) {
        if (proof.token().reveal().length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        return tx.codes()
                .live(liveKey(CodePurpose.SIGN_IN_NOTICE, uidText(proof.uid())))
                .filter(code -> code.state().binding().user() != null)
                .filter(code -> isShown(code, proof, now));
    }

    /**
     * Whom the link of a notice of another act than a sign-in is bound to: apart from those of sign-ins, whose pause it
     * does not begin.
     */
    Identifier receiverOfActs(Identifier address) {
        return new Identifier(address.kind(), address.value(), receiverOfActs(address.key()));
    }

    String receiverOfActs(String addressKey) {
        return digests.of("act", addressKey);
    }

    /** The live link of a person who had no account here when it was made. */
    Optional<StoredCode> findOfNotImported(AuthTx tx, CodePurpose purpose, LinkProof proof, Instant now) {
        String holder = uidText(proof.uid());
        if (!holder.startsWith(NOT_IMPORTED) || proof.token().reveal().length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        return tx.codes()
                .live(liveKey(purpose, holder.substring(NOT_IMPORTED.length())))
                .filter(code -> code.state().binding().user() == null)
                .filter(code -> isShown(code, proof, now));
    }

    /** The live confirmation link of an address. */
    Optional<StoredCode> confirmationOf(AuthTx tx, String recipientKey, Instant now) {
        return tx.codes()
                .live(liveKey(CodePurpose.CONFIRM_EMAIL, recipientKey))
                .filter(code -> code.state().times().validUntil().isAfter(now));
    }

    /** True when these are the digits beside the link. */
    boolean matchesDigits(StoredCode link, Secret digits) {
        return digits.reveal().length() <= LONGEST_TOKEN && issuer.matchesDigits(link, digits);
    }

    private boolean isShown(StoredCode code, LinkProof proof, Instant now) {
        return code.state().times().validUntil().isAfter(now) && issuer.matches(code, proof.token());
    }

    /** True when a link for that purpose went to the recipient within the cool-down. */
    boolean isCoolingDown(AuthTx tx, CodePurpose purpose, Identifier recipient, Instant now) {
        return issuer.cooldown()
                .until(tx.codes().latest(purpose, recipient.key()), now)
                .isPresent();
    }

    /** True while the last link for that purpose to the recipient still works. */
    boolean isServed(AuthTx tx, CodePurpose purpose, Identifier recipient, Instant now) {
        return tx.codes()
                .latest(purpose, recipient.key())
                .map(code -> code.state().times())
                .filter(times -> times.usedAt() == null && times.endedAt() == null)
                .filter(times -> now.isBefore(times.validUntil()))
                .isPresent();
    }

    private Stored store(AuthTx tx, Issue issue, Identifier recipient, Sent sent) {
        UserId user = issue.user();
        boolean confirms = issue.purpose().equals(CodePurpose.CONFIRM_EMAIL);
        String holder = user == null || confirms ? recipient.key() : issue.slot() + user;
        CodeIssuer.Order order =
                new CodeIssuer.Order(issue.purpose(), recipient, user, liveKey(issue.purpose(), holder));
        CodeIssuer.Terms terms = new CodeIssuer.Terms(
                sent.at(), sent.now().plus(issue.ttl()), sent.replaceable(), confirms ? PASSWORD_TRIES : 1);
        CodeIssuer.Issued issued =
                confirms ? issuer.issueTokenAndDigits(tx, order, terms) : issuer.issueToken(tx, order, terms);
        return new Stored(new LinkProof(uid(issue, recipient), issued.code()), issued.digits());
    }

    /** A confirmation is the address's: one registration at a time waits for its proof. A reset is the user's. */
    private Optional<String> holder(AuthTx tx, CodePurpose purpose, UserId user) {
        return purpose.equals(CodePurpose.CONFIRM_EMAIL)
                ? tx.users()
                        .byId(user)
                        .map(stored -> stored.info().email())
                        .flatMap(context.identifiers()::email)
                        .map(Identifier::key)
                : Optional.of(user.toString());
    }

    private String liveKey(CodePurpose purpose, String holder) {
        // a digest of fixed width: the key of a user may be any text
        return purpose + ":" + digests.of("holder", holder);
    }

    private Optional<UserId> user(String uid) {
        return context.store().userId(uidText(uid));
    }

    private static String uidText(String uid) {
        try {
            return new String(Base64.getUrlDecoder().decode(uid), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return ""; // no base64url
        }
    }

    /** Who has no key here yet is named by the digest of the address the link goes to. */
    private static String uid(Issue issue, Identifier recipient) {
        String text = issue.user() == null ? NOT_IMPORTED + recipient.key() : issue.slot() + issue.user();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String separator(URI page) {
        return page.getRawQuery() == null ? "?" : "&";
    }

    /**
     * A link that was made.
     *
     * @param digits the code beside it; null for a link that has none
     */
    record Made(URI address, @Nullable Secret digits) {
        @Override
        public String toString() {
            return "Made[hidden]";
        }
    }

    private record Stored(LinkProof proof, @Nullable Secret digits) {}

    /**
     * What a link is made for.
     *
     * @param user null for a decoy, and for a person without an account here
     * @param slot one link of a purpose is live in each slot of a user; empty for the only one
     */
    record Issue(CodePurpose purpose, @Nullable UserId user, URI page, Duration ttl, String slot) {

        Issue(CodePurpose purpose, @Nullable UserId user, URI page, Duration ttl) {
            this(purpose, user, page, ttl, "");
        }
    }

    /**
     * When a link counts as sent.
     *
     * @param at cool-downs begin here
     * @param replaceable a live link that was sent later stays
     */
    private record Sent(Instant now, Instant at, Instant replaceable) {}
}
