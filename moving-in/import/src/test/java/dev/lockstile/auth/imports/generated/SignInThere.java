package dev.lockstile.auth.imports.generated;

import dev.lockstile.auth.imports.generated.OldAccount.State;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Who signs in at an old system, by the rule of its public definition.
 *
 * <ul>
 *   <li>{@code django}: {@code ModelBackend} finds by {@code username} and asks for {@code is_active}.
 *   <li>{@code jb-drf-auth}: its backend finds by address or user name and asks for {@code is_active} and {@code
 *       is_verified}; a row with {@code deleted} is deleted.
 *   <li>{@code fastapi-users}: {@code authenticate} finds by address, applications of this preset by user name too;
 *       {@code is_active} is asked for, {@code is_verified} is not.
 *   <li>{@code mongo-phone-otp}: a code to the number opens where {@code status_key} is 1 and {@code is_removed} false.
 *   <li>{@code devise}: {@code active_for_authentication?} wants {@code confirmed_at} and no {@code locked_at}.
 *   <li>{@code laravel}: {@code Auth::attempt} finds by address among rows that are not soft-deleted.
 *   <li>{@code spring-security}: {@code JdbcDaoImpl} finds by {@code username} and wants {@code enabled}.
 *   <li>{@code keycloak}: user name or address, {@code enabled}; a credential {@code otp} is asked for.
 *   <li>{@code authjs}: the application's own form by address; {@code banned} until {@code banExpires} closes.
 *   <li>{@code wordpress}: {@code wp_authenticate} by login or address; {@code spam} and {@code deleted} of a network
 *       close.
 *   <li>{@code aspnet-identity}: {@code UserName}, no {@code LockoutEnd} ahead; {@code TwoFactorEnabled} demands.
 * </ul>
 *
 * Columns that applications add close as their names say.
 */
record SignInThere(String preset) {

    /** True when the account is open there and its password, or its code, opens it. */
    boolean admits(OldAccount account) {
        boolean open = account.state() == State.OPEN || account.state() == State.BLOCK_OVER;
        return switch (preset) {
            case "mongo-phone-otp" -> open && account.phone() != null;
            case "devise", "jb-drf-auth" -> open && account.word() != null && account.proven();
            default -> open && account.word() != null;
        };
    }

    /** By what the account is found there. */
    List<String> names(OldAccount account) {
        Stream<String> names = switch (preset) {
            case "django", "spring-security", "aspnet-identity" -> Stream.of(account.username());
            case "devise", "laravel", "authjs" -> Stream.of(account.email());
            case "mongo-phone-otp" -> Stream.of(account.phone());
            default -> Stream.of(account.username(), account.email());
        };
        return names.filter(Objects::nonNull).toList();
    }

    /** True when the old system saw a proof of the address. */
    boolean provesEmail(OldAccount account) {
        return account.proven()
                && List.of("devise", "laravel", "authjs", "keycloak", "aspnet-identity", "fastapi-users", "jb-drf-auth")
                        .contains(preset);
    }

    /** True when the preset reads a column of rights. */
    boolean isSuperuser(OldAccount account) {
        return account.superuser()
                && List.of("django", "jb-drf-auth", "fastapi-users").contains(preset);
    }
}
