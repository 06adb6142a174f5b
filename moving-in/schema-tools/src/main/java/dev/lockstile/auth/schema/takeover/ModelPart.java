package dev.lockstile.auth.schema.takeover;

import java.util.List;

/** The parts of a host's model, each with the names that its table goes by elsewhere. */
enum ModelPart {
    USER(
            Templates.User.class,
            "AbstractUser",
            "User",
            List.of("user", "users", "account", "accounts", "member", "members", "user_entity", "aspnetusers")),
    PROFILE(Templates.Profile.class, "AbstractProfile<User>", "Profile", List.of("profile", "profiles", "userprofile")),
    DEVICE(Templates.Device.class, "AbstractDevice<User>", "Device", List.of("device", "devices")),
    SOCIAL(
            Templates.Social.class,
            "AbstractSocialAccount<User>",
            "SocialAccount",
            List.of("socialaccount", "socialaccounts", "social_account", "social_accounts")),
    CODE(Templates.Code.class, "AbstractOtpCode", "OtpCode", List.of()),
    SESSION(Templates.Session.class, "AbstractSession<User>", "Session", List.of()),
    LINK(Templates.Link.class, "AbstractLegacyLink", "LegacyLink", List.of()),
    TOTP(Templates.Totp.class, "AbstractTotp<User>", "Totp", List.of()),
    RECOVERY_CODE(Templates.RecoveryCode.class, "AbstractRecoveryCode<User>", "RecoveryCode", List.of()),
    CHALLENGE(Templates.AuthChallenge.class, "AbstractAuthChallenge", "AuthChallenge", List.of()),
    PASSKEY(Templates.Passkey.class, "AbstractPasskey<User>", "Passkey", List.of());

    private final Class<?> template;
    private final String superclass;
    private final String entity;
    private final List<String> names;

    ModelPart(Class<?> template, String superclass, String entity, List<String> names) {
        this.template = template;
        this.superclass = superclass;
        this.entity = entity;
        this.names = names;
    }

    /** Second factors, and what a sign-in with one waits in: only where the old system has factors. */
    boolean isOfFactors() {
        return compareTo(LINK) > 0;
    }

    Class<?> template() {
        return template;
    }

    /** As it stands behind {@code extends}. */
    String superclass() {
        return superclass;
    }

    /** The simple name of the host's class. */
    String entity() {
        return entity;
    }

    /** Codes and sessions of another system are never ours, and their tables stay apart. */
    List<String> names() {
        return names;
    }
}
