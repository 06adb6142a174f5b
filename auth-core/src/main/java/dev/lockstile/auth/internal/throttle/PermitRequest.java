package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.throttle.RateLimit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The permits that a request wants, by the client's address and by its recipient or account: for a code, those of one
 * recipient in an hour and in a day ({@link RateLimit#OTP_REQUEST_IDENTITY_DAY}).
 *
 * @param byAddress the rate of the client's address; null for none
 * @param byIdentity the rates of the identifier
 * @param identity the key by which the identifier's permits are counted
 */
public record PermitRequest(
        @Nullable RateLimit byAddress, @Nullable String address, List<RateLimit> byIdentity, String identity) {

    /** No permit at all. */
    static final PermitRequest NONE = new PermitRequest(null, null, List.of(), "");

    public PermitRequest {
        byIdentity = List.copyOf(byIdentity);
    }

    /** One rate by address and one by identifier. */
    public static PermitRequest of(
            RateLimit byAddress, @Nullable String address, RateLimit byIdentity, String identity) {
        return new PermitRequest(byAddress, address, List.of(byIdentity), identity);
    }

    /** An attempt: the identifier's permits are counted per network, so that one network cannot use up another's. */
    public static PermitRequest attempt(
            RateLimit byAddress, @Nullable String address, RateLimit byIdentity, String identity) {
        return of(byAddress, address, byIdentity, ClientNetwork.of(address) + "|" + identity);
    }

    /** The same for a trusted device of the owner, which has permits of its own on every network. */
    PermitRequest by(String device) {
        return new PermitRequest(null, null, byIdentity, "device:" + device + ":" + identity);
    }

    /** What every code that is sent passes, whatever it is for, with a rate of the client's address. */
    public static PermitRequest codeTo(Identifier recipient, @Nullable RateLimit byAddress, @Nullable String address) {
        return new PermitRequest(
                byAddress,
                address,
                List.of(RateLimit.OTP_REQUEST_IDENTITY, RateLimit.OTP_REQUEST_IDENTITY_DAY),
                recipient.key());
    }

    /**
     * What a code of a purpose of the host's own passes: each purpose has permits of its own for a recipient, so that
     * codes to sign in with, which strangers ask for, do not use them up. An address that is not known is not counted.
     */
    public static PermitRequest purposeCodeTo(String purpose, Identifier recipient, @Nullable String address) {
        return new PermitRequest(
                address == null ? null : RateLimit.OTP_REQUEST_IP,
                address,
                List.of(RateLimit.OTP_REQUEST_IDENTITY, RateLimit.OTP_REQUEST_IDENTITY_DAY),
                purpose + ":" + recipient.key());
    }

    /**
     * What one person may have sent to one recipient to prove that it is theirs, which no other client can use up, and
     * what leaves for a network. An address that is not known is not counted: the person is.
     */
    public static PermitRequest changeBy(UserId asker, Identifier recipient, @Nullable String address) {
        return new PermitRequest(
                address == null ? null : RateLimit.OTP_REQUEST_IP,
                address,
                List.of(RateLimit.OTP_REQUEST_IDENTITY, RateLimit.OTP_REQUEST_IDENTITY_DAY),
                "change:" + AttemptRequest.subject(asker) + ":" + recipient.key());
    }

    /** What all together may have sent to one recipient to prove that it is theirs. */
    public static PermitRequest changeTo(Identifier recipient) {
        return new PermitRequest(null, null, List.of(RateLimit.OTP_REQUEST_IDENTITY_DAY), "change:" + recipient.key());
    }

    /** A rate by address alone. */
    public static PermitRequest of(RateLimit byAddress, @Nullable String address) {
        return new PermitRequest(byAddress, address, List.of(), "");
    }
}
