package dev.lockstile.auth.cli;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.event.AuditFailedException;
import dev.lockstile.auth.event.AuditTrail;
import dev.lockstile.auth.event.AuditTrail.Report.Damage;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.factor.FactorAdministration;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordFormats;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialAdministration;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A host in memory that counts how often it is asked. */
final class TestHost implements ManagedHost {

    final InMemoryAuthStore store = new InMemoryAuthStore();
    int opened;
    int closed;
    int migrated;
    RuntimeException failure;
    AuditTrail.Report report;
    AuditTrail trail;
    Auth auth;
    HostSchema schema;
    Deployment deployment;
    boolean codesAllowed;
    SourceAccess access;
    Clock clock = Clock.systemUTC();
    AccountAdministration admin;
    FactorAdministration factors;
    SocialAdministration social;
    Set<String> socialProviders;
    Secret importKey;

    TestHost open() {
        opened++;
        return this;
    }

    @Override
    public void migrateSchema() {
        if (failure != null) {
            throw failure;
        }
        migrated++;
    }

    @Override
    public HostSchema schema() {
        return schema == null ? ManagedHost.super.schema() : schema;
    }

    @Override
    public Optional<Deployment> deployment() {
        return Optional.ofNullable(deployment);
    }

    @Override
    public Optional<SourceAccess> databaseAccess() {
        return Optional.ofNullable(access);
    }

    @Override
    public boolean allowsCodes() {
        return codesAllowed;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Auth auth() {
        return auth == null ? ManagedHost.super.auth() : auth;
    }

    @Override
    public AccountAdministration admin() {
        return admin == null ? ManagedHost.super.admin() : admin;
    }

    @Override
    public FactorAdministration factors() {
        return factors == null ? ManagedHost.super.factors() : factors;
    }

    @Override
    public SocialAdministration social() {
        return social == null ? ManagedHost.super.social() : social;
    }

    @Override
    public Optional<Set<String>> socialProviders() {
        return Optional.ofNullable(socialProviders);
    }

    @Override
    public AuthStore store() {
        return store;
    }

    @Override
    public PasswordFormats passwordFormats() {
        return Passwords.of(PasswordSettings.owasp().withCost(Argon2Cost.cheapForTests()))
                .formats();
    }

    @Override
    public IdentifierRules identifierRules() {
        return IdentifierRules.standard();
    }

    @Override
    public Optional<Secret> importKey() {
        return Optional.ofNullable(importKey);
    }

    @Override
    public AuditTrail auditTrail() {
        if (trail != null) {
            return trail;
        }
        return report == null ? ManagedHost.super.auditTrail() : new NotedTrail(report);
    }

    /** A trail that was checked before. */
    private record NotedTrail(AuditTrail.Report report) implements AuditTrail {
        @Override
        public AuditTrail.Report verify(List<AuditTrail.Head> expected) {
            return expected.isEmpty()
                    ? report
                    : new AuditTrail.Report.Broken(expected.get(0).entries(), Damage.SET_BACK);
        }

        @Override
        public AuditTrail.Head head() {
            if (report instanceof AuditTrail.Report.Intact intact) {
                return new AuditTrail.Head(intact.entries(), intact.head());
            }
            throw new AuditFailedException("the record of the end of the audit trail was changed");
        }

        @Override
        public boolean begin() {
            return head().entries() == 0;
        }

        @Override
        public void on(AuthEvent event) {
            throw new AssertionError("a check writes nothing");
        }
    }

    @Override
    public void close() {
        closed++;
    }
}
