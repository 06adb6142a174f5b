package dev.lockstile.auth.testkit.flow;

import dev.lockstile.auth.legacy.LegacyAccounts;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A legacy system with one person, who is imported when the flows ask for it. */
final class FakeLegacySystem implements LegacyAccounts {

    static final String ADDRESS = "old@acme.example";
    static final String PHONE = "+525598765432";
    static final String USERNAME = "old.hand";
    static final String PASSWORD = "letmein-81";
    static final String HASH = "md5$s$" + Md5.of("sletmein-81");

    /** What it was asked, in order. */
    final List<String> asked = new ArrayList<>();

    private final FlowFixture fixture;
    private boolean answers = true;
    private boolean proven = true;
    private @Nullable Runnable meanwhile;

    FakeLegacySystem(FlowFixture fixture) {
        this.fixture = fixture;
    }

    /** From now on nothing can be found out. */
    void fallSilent() {
        answers = false;
    }

    /** From now on her address is unproven there. */
    void neverProven() {
        proven = false;
    }

    /** Happens when it is asked for the next time. */
    void meanwhile(Runnable step) {
        meanwhile = step;
    }

    @Override
    public LegacyAccounts.Verdict importByPassword(List<Identifier> candidates, Secret password) {
        asked.add("password");
        return answer(
                candidates.stream().anyMatch(FakeLegacySystem::isHers)
                        && password.reveal().equals(PASSWORD),
                true);
    }

    @Override
    public LegacyAccounts.Verdict dryRunByPassword(List<Identifier> candidates, Secret password) {
        asked.add("would");
        return answer(
                candidates.stream().anyMatch(FakeLegacySystem::isHers)
                        && password.reveal().equals(PASSWORD),
                false);
    }

    @Override
    public LegacyAccounts.Verdict canImport(Identifier identifier) {
        asked.add("knows");
        return answer(isHers(identifier), false);
    }

    @Override
    public LegacyAccounts.Verdict canImportProven(Identifier identifier) {
        LegacyAccounts.Verdict said = canImport(identifier);
        return said == LegacyAccounts.Verdict.MATCH && !proven ? LegacyAccounts.Verdict.UNPROVEN : said;
    }

    @Override
    public LegacyAccounts.Verdict importOwner(Identifier proven) {
        asked.add("bring in");
        return answer(isHers(proven), true);
    }

    private LegacyAccounts.Verdict answer(boolean match, boolean imports) {
        Runnable step = meanwhile;
        meanwhile = null;
        if (step != null) {
            step.run();
        }
        if (!answers) {
            return LegacyAccounts.Verdict.UNKNOWN;
        }
        if (match && imports) {
            fixture.people.imported(ADDRESS, HASH, proven);
        }
        return match ? LegacyAccounts.Verdict.MATCH : LegacyAccounts.Verdict.NO_MATCH;
    }

    private static boolean isHers(Identifier identifier) {
        return List.of(ADDRESS, PHONE, USERNAME).contains(identifier.value());
    }
}
