package dev.lockstile.auth.model;

/**
 * The identifiers of a user.
 *
 * @param email text of the e-mail address, and whether it is owned and proven
 * @param phone text of the phone number, and whether it is owned and proven
 * @param username text of the user name, and whether it is owned
 */
public record IdentifierStates(IdentifierState email, IdentifierState phone, IdentifierState username) {

    /**
     * {@return the state of that kind; {@link IdentifierState#NONE} or one without a value where there is none}
     *
     * @param kind which of the three
     */
    public IdentifierState of(IdentifierKind kind) {
        return switch (kind) {
            case EMAIL -> email;
            case PHONE -> phone;
            case USERNAME -> username;
        };
    }

    /** {@return true when an e-mail address or a phone number is proven} */
    public boolean anyVerified() {
        return email.isVerified() || phone.isVerified();
    }

    /**
     * True when a proof of the identifier may open the account: it is proven already, or nothing of the account is or ever
     * was. An unproven identifier of an account that is somebody's by another proof opens nothing: its holder would come
     * into the account of a stranger, who may have planted it there and stay. No message proves a user name.
     *
     * @param kind which of the three
     * @return false always for a user name
     */
    public boolean isProvable(IdentifierKind kind) {
        return kind != IdentifierKind.USERNAME && (of(kind).isVerified() || !anyEverVerified());
    }

    /**
     * {@return true when an e-mail address or a phone number is or was proven, with the value that is stored or another
     * one}
     */
    public boolean anyEverVerified() {
        return anyVerified() || email.outdated() || phone.outdated();
    }
}
