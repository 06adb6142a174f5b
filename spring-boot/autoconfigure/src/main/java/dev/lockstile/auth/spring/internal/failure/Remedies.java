package dev.lockstile.auth.spring.internal.failure;

import java.util.Map;
import java.util.Optional;

/** What to set for each problem of a start, by its id. */
final class Remedies {

    private static final String ROLES =
            "Correct the role below lockstile.roles.declared, or the bean of type Role, that is named.";

    private static final String KEYS =
            "Set lockstile.keys.folder to a folder made by 'java -jar app.jar manage keys generate --folder FOLDER', or"
                    + " lockstile.keys.digest-key and lockstile.keys.signing-keys from the environment.";

    private static final String FIELDS =
            "Correct the field in the bean of type LockstileCustomizer, or the attribute of the entity it stands for.";

    private static final String SETTINGS = "Rename or remove one of the beans of type SettingKey.";

    private static final String PASSKEY_ORIGINS =
            "Set lockstile.passkeys.origins to the origins of the pages, such as https://acme.example.";

    private static final Map<String, String> BY_ID = Map.ofEntries(
            Map.entry("settings-missing", "Remove the bean of type AuthSettings, or have it made."),
            Map.entry("default-role-not-usable", "Set lockstile.sign-up.default-role to another name."),
            Map.entry(
                    "second-factor-missing",
                    "Set lockstile.factors.policy=everybody, or lockstile.passwords.policy to owasp or nist-aal1."),
            Map.entry(
                    "factor-entities-missing",
                    "Add the entities that docs/factors.md names, or set lockstile.factors.policy=off."),
            Map.entry(
                    "passkey-entity-missing",
                    "Add the entities that are named, or leave out lockstile.passkeys.rp-id and passkeys(...) of a LockstileCustomizer."),
            Map.entry(
                    "api-key-entity-missing",
                    "Add an entity that extends AbstractApiKey, or leave out lockstile.api-keys.prefix and apiKeys(...) of a LockstileCustomizer."),
            Map.entry("passkey-rp-id-bad", "Set lockstile.passkeys.rp-id to a domain such as acme.example."),
            Map.entry(
                    "passkey-rp-name-missing",
                    "Set lockstile.passkeys.rp-name, or lockstile.service, which it is otherwise."),
            Map.entry("passkey-origin-missing", PASSKEY_ORIGINS),
            Map.entry("passkey-origin-bad", PASSKEY_ORIGINS),
            Map.entry("factors-off", "Set lockstile.factors.policy to optional, staff or everybody."),
            Map.entry("sms-incomplete", "Set the property that is named, or remove the others of that provider."),
            Map.entry("sms-module-missing", "Add the dependency that is named, or remove the properties."),
            Map.entry(
                    "email-sender-missing",
                    "Set spring.mail.host (with spring-boot-starter-mail) and lockstile.email.from, or define a bean of"
                            + " type EmailSender. In development set lockstile.dev.inbox=true or activate a profile of"
                            + " lockstile.dev.profiles, and messages go to the console."),
            Map.entry("email-from-missing", "Set lockstile.email.from to the sender's address of e-mails."),
            Map.entry("deletion-grace-out-of-bounds", "Set lockstile.deletion-grace to 1d to 90d."),
            Map.entry("password-history-out-of-bounds", "Set lockstile.passwords.history to 1 to 24, or remove it."),
            Map.entry(
                    "former-password-entity-missing",
                    "Add an entity that extends AbstractFormerPassword, or leave out lockstile.passwords.history."),
            Map.entry("message-workers-out-of-bounds", "Set lockstile.message-workers to 1 to 16."),
            Map.entry(
                    "bootstrap-secret-weak",
                    "Set lockstile.keys.bootstrap-secret to the output of 'openssl rand -hex 32', or remove it."),
            Map.entry("keys-missing", KEYS),
            Map.entry("digest-key-short", "Set lockstile.keys.digest-key anew. " + KEYS),
            Map.entry("digest-key-guessable", "Set lockstile.keys.digest-key anew. " + KEYS),
            Map.entry("digest-key-malformed", "Set lockstile.keys.digest-key to base64url text. " + KEYS),
            Map.entry(
                    "digest-key-shared",
                    "Set lockstile.keys.digest-key to a key that is not in lockstile.keys.signing-keys. " + KEYS),
            Map.entry("signing-key-unusable", "Set lockstile.keys.signing-keys to a private JWK set. " + KEYS),
            Map.entry("access-token-claim-name", "Rename the claim in the bean of type CustomClaims."),
            Map.entry("access-token-claim-reserved", "Rename the claim in the bean of type CustomClaims."),
            Map.entry(
                    "tables-missing",
                    "Set lockstile.schema.mode=migrate, and the library makes its tables before JPA starts; or include"
                            + " dev/lockstile/auth/schema/auth-schema.xml in the application's own changelog. Those of"
                            + " an audit trail that is no bean are made with lockstile.schema.tables=all."),
            Map.entry(
                    "pooler-loses-statements",
                    "Add prepareThreshold=0 to spring.datasource.url, or have PgBouncer 1.21 keep prepared statements"
                            + " (max_prepared_statements)."),
            Map.entry(
                    "change-sets-pending",
                    "Set lockstile.schema.mode=migrate, or start once with --lockstile.schema.mode=migrate."),
            Map.entry(
                    "key-types-differ",
                    "Give the entities keys of one type; or write the tables yourself and set"
                            + " lockstile.schema.mode=none."),
            Map.entry(
                    "key-type-unknown",
                    "Give the entity a key of type Long, UUID or String; or write the tables yourself and set"
                            + " lockstile.schema.mode=none."),
            Map.entry(
                    "fast-api-users-path-taken",
                    "Set lockstile.http.prefix to another path than /auth and /users, or lockstile.http.enabled=false."),
            Map.entry(
                    "default-role-not-declared",
                    "Set lockstile.sign-up.default-role to a declared role, or declare it with lockstile.roles.declared."),
            Map.entry("role-not-usable", ROLES),
            Map.entry("role-twice", ROLES),
            Map.entry("role-of-people", ROLES),
            Map.entry("default-role-of-programs", "Set lockstile.sign-up.default-role to a role of people."),
            Map.entry(
                    "role-source-age-out-of-bounds",
                    "Give maxAge() of the bean of type RoleSource 1 second to 10 minutes."),
            Map.entry("role-included-unknown", ROLES),
            Map.entry("role-includes-itself", ROLES),
            Map.entry("permission-not-usable", ROLES),
            Map.entry("permission-unknown", ROLES),
            Map.entry(
                    "deletion-grace-without-challenges",
                    "Add an entity that extends AbstractAuthChallenge, or leave lockstile.deletion-grace out."),
            Map.entry("purpose-twice", "Rename or remove one of the beans of type PurposeSettings."),
            Map.entry(
                    "purpose-handed-back",
                    "Take the purpose out of lockstile.http.purposes, or leave handBack() out of its PurposeSettings."),
            Map.entry(
                    "proxies-not-checked",
                    "Set server.forward-headers-strategy=framework, and lockstile.http.trusted-proxies to the addresses or"
                            + " ranges of your proxies; or use Tomcat, which looks at who sent the header."),
            Map.entry(
                    "proxies-not-named",
                    "Set lockstile.http.trusted-proxies to the addresses or ranges of your proxies, or"
                            + " server.forward-headers-strategy to native or none."),
            Map.entry(
                    "sign-up-by-code",
                    "Set lockstile.sign-up.by-code=false, or leave lockstile.flows.sign-up at true."),
            Map.entry(
                    "sign-up-by-social",
                    "Set lockstile.social.sign-up=false, or leave lockstile.flows.sign-up at true."),
            Map.entry("sign-up", "Set lockstile.flows.sign-up=true, or have the pages offer no registration either."),
            Map.entry(
                    "base-url-missing",
                    "Set lockstile.base-url to the address at which browsers reach the application, such as"
                            + " https://shop.example."),
            Map.entry(
                    "base-url-unusable",
                    "Set lockstile.base-url to the https address at which browsers reach the application, such as"
                            + " https://shop.example; in development to http://localhost and its port."),
            Map.entry(
                    "property-unknown",
                    "Write the nearest name, or one of docs/spring-boot-properties.md, where it stands. Properties of the"
                            + " application have a prefix of their own."),
            Map.entry("property-refused", "Correct the property that is named."),
            Map.entry("pages-path-unusable", "Set lockstile.pages.path to a path such as /account."),
            Map.entry(
                    "pages-entry-unusable",
                    "Correct lockstile.pages.terms, lockstile.pages.privacy or lockstile.pages.ways."),
            Map.entry("pages-module-missing", "Add the dependency auth-pages, or remove lockstile.pages.path."),
            Map.entry("prefix-unusable", "Set lockstile.http.prefix to a path such as /auth."),
            Map.entry(
                    "protected-path-unusable",
                    "Set lockstile.http.protected-paths to paths such as /api/**, decoded and without the context path."),
            Map.entry(
                    "protected-paths-beside-spring-security",
                    "Remove lockstile.http.protected-paths. Without a SecurityFilterChain of the application everything"
                            + " asks for a signed-in caller; a chain with LockstileSecurity.configurer() names the paths."),
            Map.entry(
                    "dev-inbox-in-production",
                    "Remove lockstile.dev.inbox, or the profile from lockstile.dev.production-profiles."),
            Map.entry("host-field-name", FIELDS),
            Map.entry("host-field-owned", FIELDS),
            Map.entry("host-field-twice", FIELDS),
            Map.entry("host-field-missing", FIELDS),
            Map.entry("host-field-type", FIELDS),
            Map.entry("host-field-length", FIELDS),
            Map.entry("host-field-not-null", FIELDS),
            Map.entry("host-fields", FIELDS),
            Map.entry("setting-name", SETTINGS),
            Map.entry("setting-owned", SETTINGS),
            Map.entry("setting-twice", SETTINGS),
            Map.entry(
                    "spring-boot-version",
                    "Upgrade to Spring Boot 4, or wire the library by hand as docs/services.md shows."));

    private Remedies() {}

    /** What to do about the problem; empty for a part of the application's own. */
    static Optional<String> of(String problem) {
        int colon = problem.indexOf(':');
        return Optional.ofNullable(BY_ID.get(colon < 0 ? problem : problem.substring(0, colon)));
    }
}
