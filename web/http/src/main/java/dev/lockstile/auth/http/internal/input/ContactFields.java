package dev.lockstile.auth.http.internal.input;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.IdentifierKind;

/**
 * The fields {@code email} and {@code phone}, of which exactly one is to be given. A request that names one person's
 * address and another's number could send the code to one and sign in the other.
 */
public record ContactFields(IdentifierKind kind, String text) {

    /** The longest identifier; an e-mail address has at most 254 characters (RFC 5321 4.5.3.1.3). */
    public static final int IDENTIFIER_MAX = 320;

    /** Reads the one that is there; problems are noted in the fields. */
    public static ContactFields of(RequestFields fields) {
        String email = fields.optional("email", IDENTIFIER_MAX);
        String phone = fields.optional("phone", IDENTIFIER_MAX);
        if ((email == null) == (phone == null) && isGood(fields)) {
            fields.refuseUnlessRefused("email", "exactly_one");
            fields.refuseUnlessRefused("phone", "exactly_one");
        }
        return email != null
                ? new ContactFields(IdentifierKind.EMAIL, email)
                : new ContactFields(IdentifierKind.PHONE, phone == null ? "" : phone);
    }

    /** The field {@code channel}, which has to fit the identifier. */
    public Channel channel(RequestFields fields) {
        String text = fields.required("channel", 16);
        Channel fitting = kind == IdentifierKind.EMAIL ? Channel.EMAIL : Channel.SMS;
        if (!text.equals("email") && !text.equals("sms")) {
            fields.refuseUnlessRefused("channel", "unknown_choice");
        } else if (isGood(fields) && text.equals("email") != (fitting == Channel.EMAIL)) {
            fields.refuseUnlessRefused("channel", "channel_mismatch");
        }
        return fitting;
    }

    private static boolean isGood(RequestFields fields) {
        return !fields.isRefused("email") && !fields.isRefused("phone");
    }

    @Override
    public String toString() {
        return "ContactFields[" + kind + "]";
    }
}
