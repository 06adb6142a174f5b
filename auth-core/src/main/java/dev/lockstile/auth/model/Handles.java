package dev.lockstile.auth.model;

/** The identifiers of a user. */
public record Handles(Handle email, Handle phone, Handle username) {

    public Handle of(IdentifierKind kind) {
        return switch (kind) {
            case EMAIL -> email;
            case PHONE -> phone;
            case USERNAME -> username;
        };
    }

    /** True when an e-mail address or a phone number is proven. */
    public boolean anyVerified() {
        return email.isVerified() || phone.isVerified();
    }

    /** True when an e-mail address or a phone number is or was proven, with the value that is stored or another one. */
    public boolean anyEverVerified() {
        return anyVerified() || email.outdated() || phone.outdated();
    }
}
