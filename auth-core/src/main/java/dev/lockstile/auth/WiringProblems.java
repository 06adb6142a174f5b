package dev.lockstile.auth;

import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.internal.token.HostClaims;
import dev.lockstile.auth.model.AbstractAuthChallenge;
import dev.lockstile.auth.model.RoleName;
import dev.lockstile.auth.otp.PurposeSettings;
import dev.lockstile.auth.role.Roles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells all that is missing or wrong of what a builder was given, each as {@code id: what is wrong, and what to do}.
 */
final class WiringProblems {

    /** Former passwords: each is one more hash for a new password. */
    private static final int LONGEST_HISTORY = 24;

    private final AuthParts parts;
    private final AccountParts accounts;

    WiringProblems(AuthParts parts) {
        this.parts = parts;
        this.accounts = parts.accounts();
    }

    List<String> of(@Nullable AuthSettings set, @Nullable AuthKeys held) {
        List<String> problems = new ArrayList<>();
        if (set == null) {
            problems.add("settings-missing: call settings(AuthSettings.owasp(...))");
        } else {
            problems.addAll(ofSettings(set));
        }
        problems.addAll(ofParts());
        if (held == null) {
            problems.add("keys-missing: call keys(...); AuthKeys.generate() makes them once, then keep them");
        } else {
            problems.addAll(held.problems());
        }
        return problems;
    }

    private List<String> ofSettings(AuthSettings set) {
        List<String> problems = new ArrayList<>();
        RoleName.problem(set.signUp().defaultRole())
                .ifPresent(why -> problems.add("default-role-not-usable: " + why + "; give another to SignUpSettings"));
        Roles roles = accounts.rolesInCode();
        if (roles.areDeclared() && roles.find(set.signUp().defaultRole()).isEmpty()) {
            problems.add("default-role-not-declared: " + set.signUp().defaultRole()
                    + " is no declared role; declare it with roles(...), or give SignUpSettings another");
        }
        if (roles.isForPrograms(set.signUp().defaultRole())) {
            problems.add("default-role-of-programs: " + set.signUp().defaultRole()
                    + " is declared forPrograms(), so that no new account could sign in; give SignUpSettings another");
        }
        SecondFactorSettings factors = parts.features().secondFactors();
        boolean always = factors != null && factors.isRequiredOfEverybody();
        if (set.passwords().length().besideSecondFactor() && !always) {
            problems.add(
                    "second-factor-missing: PasswordSettings.nistAal2() allows 8 characters because a second factor is"
                            + " asked for: give secondFactors(SecondFactorSettings.optional()"
                            + ".requiredOf(SecondFactorPolicy.everybody())), or take nistAal1() (15 characters) or owasp()");
        }
        return problems;
    }

    private List<String> ofParts() {
        List<String> problems = new ArrayList<>();
        if (parts.messages().email().isEmpty()) {
            problems.add("email-sender-missing: call email(...), with ConsoleEmailSender for development");
        }
        if (parts.messages().workers() < 1 || parts.messages().workers() > 16) {
            problems.add("message-workers-out-of-bounds: messageWorkers(...) takes 1 to 16");
        }
        if (accounts.bootstrapSecret() != null
                && isGuessable(accounts.bootstrapSecret().reveal())) {
            problems.add(
                    "bootstrap-secret-weak: give 32 random characters or more, as openssl rand -hex 32 prints them");
        }
        if (parts.features().passkeys() != null) {
            problems.addAll(parts.features().passkeys().problems());
        }
        if (!isGrace(accounts.deletionGrace())) {
            problems.add("deletion-grace-out-of-bounds: deletionGrace(...) takes 1 to 90 days, or zero");
        }
        if (!accounts.deletionGrace().isZero() && !parts.store().isMapped(AbstractAuthChallenge.class)) {
            problems.add(
                    "deletion-grace-without-challenges: deletionGrace(...) keeps what waits among challenges: map an"
                            + " entity that extends AbstractAuthChallenge, or leave it out");
        }
        if (accounts.passwordHistory() < 0 || accounts.passwordHistory() > LONGEST_HISTORY) {
            problems.add("password-history-out-of-bounds: passwordHistory(...) takes 1 to 24, or zero");
        }
        problems.addAll(purposes());
        problems.addAll(Roles.problems(accounts.roles()));
        if (accounts.roleSource() != null && isOutOfBounds(accounts.roleSource().maxAge())) {
            problems.add("role-source-age-out-of-bounds: RoleSource.maxAge() is 1 second to 10 minutes");
        }
        problems.addAll(new HostClaims(parts.features().claims()).problems());
        problems.addAll(accounts.fields().problems());
        problems.addAll(accounts.userSettings().problems("userSettings"));
        problems.addAll(accounts.profileSettings().problems("profileSettings"));
        problems.addAll(parts.store().hostColumnProblems(accounts.fields().columns()));
        return problems;
    }

    private List<String> purposes() {
        List<String> problems = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (PurposeSettings purpose : parts.messages().purposes()) {
            if (!names.add(purpose.name())) {
                problems.add("purpose-twice: " + purpose.name() + " is declared twice; each purpose has its own name");
            }
        }
        return problems;
    }

    private static boolean isGrace(Duration grace) {
        return grace.isZero()
                || (grace.compareTo(Duration.ofDays(1)) >= 0 && grace.compareTo(Duration.ofDays(90)) <= 0);
    }

    /** 32 hexadecimal digits are 128 bits; what is random has many different characters. */
    private static boolean isGuessable(String secret) {
        return secret.length() < 32 || secret.chars().distinct().count() < 10;
    }

    private static boolean isOutOfBounds(Duration age) {
        return age.compareTo(Duration.ofSeconds(1)) < 0 || age.compareTo(Duration.ofMinutes(10)) > 0;
    }
}
