package dev.lockstile.auth.imports.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.imports.UserImport;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.preset.Presets;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.source.PeopleLookup;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.OldDatabase;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that an attacker plants in an old base give no way into an account of another person here. */
abstract class PlantedAccountsContract {

    private static final String VICTIM = "ann@acme.example";
    private static final List<String> NAMES_OF_VICTIM = List.of(VICTIM, "Ann@acme.example", "annie");

    private JpaHost host;
    private MigrationFixture app;
    private Auth auth;

    abstract JpaHost openHost();

    abstract OldDatabase oldDatabase();

    static Stream<PlantedAccount> planted() {
        return PlantedAccount.ALL.stream();
    }

    @BeforeEach
    final void open() {
        host = openHost();
        app = new MigrationFixture(host.store());
        auth = app.node(builder -> builder.secondFactors(SecondFactorSettings.optional()));
    }

    @AfterEach
    final void close() {
        host.close();
    }

    @ParameterizedTest
    @MethodSource("planted")
    final void a_planted_row_opens_nothing_after_a_run(PlantedAccount planted) {
        OldDatabase old = planted.in(oldDatabase());
        try (Source source = old.source()) {
            new UserImport(app.target(), ImportOptions.defaults()).run(source, preset(planted), ImportWatch.none());
        }
        assertThatNothingOpens(planted);
    }

    @ParameterizedTest
    @MethodSource("planted")
    final void a_planted_row_opens_nothing_after_the_first_sign_in(PlantedAccount planted) {
        OldDatabase old = planted.in(oldDatabase());
        PeopleLookup lookup = new PeopleLookup(old.database(), "the old system", Duration.ofSeconds(20));
        PersonImport people = new PersonImport(app.target(), preset(planted), ImportOptions.defaults());
        for (String name : planted.names()) {
            List<Identifier> typed = identifiers(name);
            try (Source source = lookup.openFor(typed)) {
                List<Identifier> all = Stream.concat(typed.stream(), people.names(source).stream())
                        .distinct()
                        .toList();
                try (Source wider = lookup.openFor(all)) {
                    people.find(wider, typed).ifPresent(people::importPerson);
                }
            }
        }
        assertThatNothingOpens(planted);
    }

    private static List<Identifier> identifiers(String name) {
        IdentifierRules rules = IdentifierRules.standard();
        return Stream.of(rules.email(name), rules.username(name), rules.phone(name))
                .flatMap(found -> found.stream())
                .toList();
    }

    private void assertThatNothingOpens(PlantedAccount planted) {
        assertThat(host.count("select count(*) from auth_user where is_superuser or is_staff"))
                .as(planted.toString())
                .isZero();
        if (planted.closed()) {
            assertThat(opens(planted)).as(planted.toString()).isEmpty();
            return;
        }
        if (planted.victimIsThere()) {
            assertThat(opens(planted)).as("%s before a proof", planted).doesNotContainAnyElementsOf(NAMES_OF_VICTIM);
            assertThat(MigrationFixture.signsIn(auth, VICTIM, KnownPasswords.plain(0)))
                    .as("%s: the victim signs in", planted)
                    .isTrue();
        } else {
            assertThat(host.count("select count(*) from auth_user where email_verified_at is not null"))
                    .as("%s: proven", planted)
                    .isZero();
        }
        assertThat(app.signInByCode(auth, CodeIdentifier.email(VICTIM)))
                .as("%s: the owner proves", planted)
                .isInstanceOf(Outcome.Done.class);
        assertThat(opens(planted))
                .as("%s after the owner's proof", planted)
                .doesNotContainAnyElementsOf(NAMES_OF_VICTIM);
    }

    /** The names by which the planted password opens an account. */
    private List<String> opens(PlantedAccount planted) {
        return planted.names().stream()
                .filter(name -> {
                    Outcome<SignIn> result = MigrationFixture.login(auth, name, KnownPasswords.plain(1));
                    return !(result instanceof Outcome.Refused<SignIn>);
                })
                .toList();
    }

    private static Preset preset(PlantedAccount planted) {
        return Presets.named(planted.preset(), null);
    }
}
