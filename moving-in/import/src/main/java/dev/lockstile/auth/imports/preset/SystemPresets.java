package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.mapping.CellMeaning;
import dev.lockstile.auth.imports.mapping.IdentifierColumns;
import dev.lockstile.auth.imports.mapping.PersonBuilder;
import dev.lockstile.auth.imports.mapping.Proofs;
import dev.lockstile.auth.imports.mapping.RowReader;
import dev.lockstile.auth.imports.mapping.Trust;
import dev.lockstile.auth.imports.source.NameColumns;
import dev.lockstile.auth.password.ImportHints;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The known systems with one table of people, by what their public definitions say of its columns. */
final class SystemPresets {

    private static final IdentifierColumns EMAIL = new IdentifierColumns("email", null, null, null).signingInByEmail();

    /** Columns of a hash in applications with Auth.js, which itself keeps none: each adds its own. */
    private static final List<String> AUTH_JS_HASHES =
            List.of("password", "passwordhash", "hashedpassword", "password_hash", "hashed_password");

    private SystemPresets() {}

    /** Rails with Devise. Where it asks for confirmed addresses, an unconfirmed account is not let in there either. */
    static SystemPreset devise() {
        SystemTable table = new SystemTable(
                List.of("users"),
                "id",
                List.of("email", "encrypted_password"),
                List.of("confirmed_at", "current_sign_in_at", "created_at", "updated_at"));
        return new SystemPreset(
                        "devise",
                        table,
                        List.of(),
                        ImportHints.of("devise_bcrypt").cutAt72(),
                        SystemPresets::devisePerson)
                .with(Set.of(FactorWord.KEY), DeviseFactors::of);
    }

    private static PersonBuilder devisePerson(PersonBuilder person) {
        boolean asks = person.row().has("confirmed_at");
        boolean confirmed = person.row().marked("confirmed_at");
        return person.identifiers(EMAIL, confirmed ? Proofs.ALL : Proofs.NONE)
                .password("encrypted_password")
                .trust(asks ? Trust.ifVerified(confirmed) : Trust.always(false))
                .lastLoginAt("current_sign_in_at")
                .createdAt("created_at")
                .modifiedAt("updated_at");
    }

    /** Laravel's own users. */
    static SystemPreset laravel() {
        SystemTable table = new SystemTable(
                List.of("users"),
                "id",
                List.of("email", "password"),
                List.of("name", "email_verified_at", "created_at", "updated_at"));
        return new SystemPreset(
                        "laravel",
                        table,
                        List.of("sessions", "password_reset_tokens", "personal_access_tokens"),
                        ImportHints.of("bcrypt", "argon2").cutAt72(),
                        person -> {
                            boolean verified = person.row().marked("email_verified_at");
                            return person.identifiers(EMAIL, verified ? Proofs.ALL : Proofs.NONE)
                                    .password("password")
                                    .trust(Trust.always(verified))
                                    .fullName("name")
                                    .createdAt("created_at")
                                    .modifiedAt("updated_at");
                        })
                .with(
                        EnumSet.allOf(FactorWord.class),
                        reading ->
                                new JoinedFactors(List.of(FortifyFactors.of(reading), PasskeyTable.laravel(reading))));
    }

    /** Spring Security's default schema, whose key is the user name. Authorities are counted and left behind. */
    static SystemPreset springSecurity() {
        SystemTable table = new SystemTable(List.of("users"), "username", List.of("password", "enabled"), List.of());
        return new SystemPreset(
                "spring-security",
                table,
                List.of("authorities", "groups", "group_members", "group_authorities", "persistent_logins"),
                ImportHints.of("spring").cutAt72(),
                person -> person.identifiers(new IdentifierColumns(null, null, null, "username"), Proofs.NONE)
                        .password("password")
                        .trust(Trust.always(false))
                        .active(person.row().active("enabled")));
    }

    /**
     * Auth.js, with the table of its Prisma adapter or of another one, and a column of hashes of the application's own.
     */
    static SystemPreset authJs() {
        SystemTable table = new SystemTable(
                List.of("user", "users"),
                "id",
                List.of("email"),
                Stream.concat(
                                AUTH_JS_HASHES.stream(),
                                Stream.of(
                                        "name",
                                        "emailverified",
                                        "email_verified",
                                        "createdat",
                                        "created_at",
                                        "updatedat",
                                        "updated_at"))
                        .toList());
        return new SystemPreset(
                        "authjs",
                        table,
                        List.of(
                                "account",
                                "accounts",
                                "session",
                                "sessions",
                                "verificationtoken",
                                "verification_token"),
                        ImportHints.of("bcrypt", "argon2", "passlib").cutAt72(),
                        SystemPresets::authJsPerson)
                .with(
                        EnumSet.allOf(FactorWord.class),
                        reading -> new JoinedFactors(List.of(
                                BetterAuthFactors.of(reading),
                                PasskeyTable.betterAuth(reading),
                                PasskeyTable.authJs(reading))));
    }

    private static PersonBuilder authJsPerson(PersonBuilder person) {
        RowReader row = person.row();
        boolean verified = Stream.of("emailverified", "email_verified").anyMatch(row::marked);
        person.identifiers(EMAIL, verified ? Proofs.ALL : Proofs.NONE)
                .trust(Trust.always(verified))
                .fullName("name");
        AUTH_JS_HASHES.stream().filter(row::has).findFirst().ifPresent(person::password);
        Stream.of("createdat", "created_at").filter(row::has).findFirst().ifPresent(person::createdAt);
        Stream.of("updatedat", "updated_at").filter(row::has).findFirst().ifPresent(person::modifiedAt);
        return person;
    }

    /** WordPress. It lets in by login name and by address, and proves neither. */
    static SystemPreset wordPress() {
        SystemTable table = new SystemTable(
                List.of("wp_users", "users"),
                "id",
                List.of("user_login", "user_pass", "user_email"),
                List.of("user_registered", "display_name", "user_status"),
                new NameColumns(Set.of("user_login", "user_email"), Set.of(), Set.of()));
        return new SystemPreset(
                        "wordpress",
                        table,
                        List.of("wp_usermeta", "usermeta"),
                        ImportHints.of("wordpress_phpass", "wordpress_md5", "wordpress_plain_bcrypt", "wordpress"),
                        person -> person.identifiers(
                                        new IdentifierColumns("user_email", null, null, "user_login"), Proofs.NONE)
                                .password("user_pass")
                                .trust(Trust.always(false))
                                .fullName("display_name")
                                .active(!isClosed(person.row()))
                                .createdAt("user_registered"))
                .with(new WordPressFactors());
    }

    /** BuddyPress closes accounts by 1 (spammer) and 2 (not activated); WordPress itself leaves 0. */
    private static boolean isClosed(RowReader row) {
        Object status = row.cell("user_status");
        boolean closed =
                !CellMeaning.isNothing(status) && CellMeaning.truth(status).orElse(true);
        if (closed) {
            row.note("closed_in_source", "user_status", "user_status");
        }
        return closed;
    }

    /** ASP.NET Core Identity. A number counts as proven only beside a proven address. */
    static SystemPreset aspNetIdentity() {
        SystemTable table = new SystemTable(
                List.of("aspnetusers"),
                "id",
                List.of("username", "email", "passwordhash"),
                List.of("emailconfirmed", "phonenumber", "phonenumberconfirmed"),
                new NameColumns(
                        Set.of("username", "email"),
                        Set.of("normalizedusername", "normalizedemail"),
                        Set.of("phonenumber")));
        return new SystemPreset(
                        "aspnet-identity",
                        table,
                        List.of("aspnetuserroles", "aspnetuserclaims", "aspnetuserlogins", "aspnetusertokens"),
                        ImportHints.of("aspnet"),
                        person -> {
                            boolean email = person.row().marked("emailconfirmed");
                            boolean phone = person.row().marked("phonenumberconfirmed");
                            Proofs proofs = email ? (phone ? Proofs.ALL : Proofs.EMAIL) : Proofs.NONE;
                            return person.identifiers(
                                            new IdentifierColumns("email", "phonenumber", null, "username"), proofs)
                                    .password("passwordhash")
                                    .trust(Trust.always(email));
                        })
                .with(
                        Set.of(FactorWord.RELYING_PARTY),
                        reading -> new AspNetFactors(reading.options().factors().relyingParty()));
    }
}
