package dev.lockstile.auth.cutover.migration;

import dev.lockstile.auth.cutover.internal.LegacyCalls;
import dev.lockstile.auth.cutover.migration.LegacyDirectory.Answer;
import dev.lockstile.auth.cutover.migration.LegacyDirectory.Question;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.imports.person.SourcePerson;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.legacy.LegacyAccounts;
import dev.lockstile.auth.legacy.LegacyVerdict;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.password.PasswordHasher;
import dev.lockstile.auth.secret.Secret;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings people over from an old system when they sign in for the first time, by whatever they prove themselves with: a
 * password, a code, a link for a new password. Nobody comes over without a proof, so that a stranger can neither fill
 * this database nor fix an account here while its owner still lives over there.
 *
 * <p>At most 16 questions are under way at the same time; beyond that, while the old system does not answer, and where
 * a look-up finds more rows than it reads, the verdict is {@link LegacyVerdict#UNKNOWN}, and nothing is remembered of it
 * but an outage itself.
 */
public final class JustInTimeMigration implements LegacyAccounts {

    private final PersonImport personImport;
    private final LegacyDirectory directory;
    private final PasswordHasher hasher;
    private final Clock clock;
    private final LegacyCalls calls = new LegacyCalls();

    /**
     * @param personImport with the preset, system and region of an import from the same system
     * @param hasher of the application's one {@link dev.lockstile.auth.password.service.Passwords}
     * @param clock the application's
     */
    public JustInTimeMigration(
            PersonImport personImport, LegacyDirectory directory, PasswordHasher hasher, Clock clock) {
        this.personImport = personImport;
        this.directory = directory;
        this.hasher = hasher;
        this.clock = clock;
    }

    @Override
    public LegacyVerdict importByPassword(List<Identifier> candidates, Secret password) {
        return asked(() -> found(candidates, password))
                .map(found -> proven(found, password).filter(SourcePerson::isAdmitted))
                .map(this::comes)
                .orElse(LegacyVerdict.UNKNOWN);
    }

    /**
     * By the hash among the rows; unknown where the old application keeps its hashes to itself, since asking it about a
     * password would count there as a sign-in. Who already has the person's names here is not looked at: that one of
     * them would keep the person out, {@code import plan} tells.
     */
    @Override
    public LegacyVerdict dryRunByPassword(List<Identifier> candidates, Secret password) {
        return asked(() -> found(candidates, null))
                .map(found -> wouldProve(found, password))
                .orElse(LegacyVerdict.UNKNOWN);
    }

    private LegacyVerdict wouldProve(Found found, Secret password) {
        Optional<SourcePerson> person = found.person().filter(SourcePerson::isAdmitted);
        Optional<Secret> hash = person.flatMap(personImport::passwordHash);
        boolean keptThere = person.isPresent() && hash.isEmpty() && directory.answersWhole();
        return keptThere
                ? LegacyVerdict.UNKNOWN
                : verdict(hash.isPresent()
                        && hasher.check(hash.get().reveal(), password).matches());
    }

    @Override
    public LegacyVerdict canImport(Identifier identifier) {
        return asked(() -> look(List.of(identifier), null).person())
                .map(person -> person.map(known -> opens(known, identifier)).orElse(LegacyVerdict.NO_MATCH))
                .orElse(LegacyVerdict.UNKNOWN);
    }

    @Override
    public LegacyVerdict importOwner(Identifier proven) {
        return asked(() -> look(List.of(proven), null).person())
                .map(person -> person.filter(known -> personImport.isOpenedBy(known, proven)))
                .map(this::comes)
                .orElse(LegacyVerdict.UNKNOWN);
    }

    /**
     * Brings in the person of an old key, whom something of the old system's own making has proven.
     *
     * @param entity the kind of the old row, such as {@code users}
     * @param name what the person is called over there; null when the key alone tells. Who is called otherwise does not
     *     come
     */
    public LegacyVerdict bringIn(String entity, String legacyId, @Nullable String name) {
        return asked(() -> found(entity, legacyId))
                .map(person -> person.filter(found -> name == null || personImport.isCalled(found, name)))
                .map(this::comes)
                .orElse(LegacyVerdict.UNKNOWN);
    }

    private LegacyVerdict opens(SourcePerson person, Identifier identifier) {
        return personImport.isOpenedBy(person, identifier) ? LegacyVerdict.MATCH : LegacyVerdict.UNPROVEN;
    }

    private LegacyVerdict comes(Optional<SourcePerson> person) {
        return verdict(person.isPresent() && personImport.bringIn(person.get()));
    }

    private Optional<SourcePerson> found(String entity, String legacyId) {
        try (Answer answer = directory.ask(new Question(List.of(), legacyId, null))) {
            Search search = source -> personImport.find(source, entity, legacyId);
            return directory.answersWhole()
                    ? search.in(answer.rows())
                    : again(personImport.names(answer.rows()), search);
        }
    }

    /** One hash is computed whoever is meant, and whatever the old system has said. */
    private Optional<SourcePerson> proven(Found found, Secret password) {
        Boolean saidThere = found.passwordMatches();
        Optional<SourcePerson> person = found.person();
        if (saidThere != null && saidThere && person.isPresent()) {
            return person.map(known -> known.withPassword(Secret.of(hasher.hash(password))));
        }
        String hash = saidThere != null
                ? null
                : person.flatMap(personImport::passwordHash).map(Secret::reveal).orElse(null);
        boolean matches = hasher.check(hash, password).matches();
        return matches ? person : Optional.empty();
    }

    private record Found(
            Optional<SourcePerson> person, @Nullable Boolean passwordMatches) {}

    private Found found(List<Identifier> candidates, @Nullable Secret password) {
        return directory.answersWhole() ? oneByOne(candidates, password) : look(candidates, password);
    }

    /**
     * Name by name: asked about all that the typed text may mean, an old application could find the password right for
     * one person (whose user name is somebody's address) while the address is the other's.
     */
    private Found oneByOne(List<Identifier> candidates, @Nullable Secret password) {
        List<Found> all = candidates.stream()
                .map(name -> look(List.of(name), password))
                .filter(found -> found.person().isPresent())
                .toList();
        return all.stream()
                .filter(found -> Boolean.TRUE.equals(found.passwordMatches()))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElseGet(() -> new Found(Optional.empty(), null));
    }

    /** Looks twice: the second time for everybody who wants one of the person's names, for one of them may be theirs. */
    private Found look(List<Identifier> names, @Nullable Secret password) {
        try (Answer first = directory.ask(new Question(names, null, password))) {
            if (directory.answersWhole()) {
                Optional<SourcePerson> person = personImport.find(first.rows(), names);
                return new Found(person, said(first, person, names));
            }
            Set<Identifier> more = new LinkedHashSet<>(names);
            more.addAll(personImport.names(first.rows()));
            Optional<SourcePerson> person = again(List.copyOf(more), source -> personImport.find(source, names));
            return new Found(person, said(first, person, names));
        }
    }

    /** A password that is right for a row to be merged is not that of the account: the person's own row has that one. */
    private @Nullable Boolean said(Answer answer, Optional<SourcePerson> person, List<Identifier> names) {
        Boolean matches = answer.passwordMatches();
        boolean another = person.isPresent() && !personImport.hasOneOf(person.get(), names);
        return matches != null && another ? Boolean.FALSE : matches;
    }

    private Optional<SourcePerson> again(List<Identifier> names, Search search) {
        try (Answer second = directory.ask(new Question(names, null, null))) {
            return search.in(second.rows());
        }
    }

    @FunctionalInterface
    private interface Search {
        Optional<SourcePerson> in(Source source);
    }

    private static LegacyVerdict verdict(boolean yes) {
        return yes ? LegacyVerdict.MATCH : LegacyVerdict.NO_MATCH;
    }

    /**
     * What the old system said; empty when it did not, or is to be left in peace. Only the question is asked in here:
     * hashes are computed afterwards, so that one that finds no permit does not pass for a system that is down.
     */
    private <T> Optional<T> asked(Supplier<T> question) {
        return calls.ask(clock, question);
    }
}
