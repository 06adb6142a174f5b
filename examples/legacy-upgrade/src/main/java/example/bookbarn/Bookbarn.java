package example.bookbarn;

import dev.lockstile.auth.imports.mapping.IdentifierColumns;
import dev.lockstile.auth.imports.mapping.PersonBuilder;
import dev.lockstile.auth.imports.mapping.Proofs;
import dev.lockstile.auth.imports.mapping.Trust;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.preset.TablePreset;
import dev.lockstile.auth.password.ImportHints;
import dev.lockstile.auth.schema.AuthSchema;
import example.bookbarn.members.MemberEntities;
import example.bookbarn.orders.BookOrder;
import jakarta.persistence.PersistenceConfiguration;
import java.time.Duration;
import javax.sql.DataSource;

/** The persistence unit of the shop, its changelog, and the mapping of its old columns. */
final class Bookbarn {

    /** Where the changelog lies since release 3. */
    public static final String CHANGELOG = "bookbarn/changelog.xml";

    private static final IdentifierColumns IDENTIFIERS = new IdentifierColumns("email", null, null, null);

    private Bookbarn() {}

    /** The persistence unit, without a database. */
    public static PersistenceConfiguration unit() {
        PersistenceConfiguration unit = new PersistenceConfiguration("bookbarn");
        MemberEntities.all().forEach(unit::managedClass);
        unit.managedClass(BookOrder.class);
        return unit;
    }

    /** The schema of a database of the shop. */
    public static AuthSchema schema(DataSource database) {
        return AuthSchema.builder(database)
                .hostChangelog(CHANGELOG)
                .lockTimeout(Duration.ofSeconds(2))
                .build();
    }

    /** The members as release 1 kept them: proven by a mail at registration, the password as bcrypt. */
    public static Preset people() {
        return TablePreset.of("bookbarn", "member", ImportHints.of("bcrypt"), Bookbarn::member);
    }

    private static PersonBuilder member(PersonBuilder person) {
        return person.identifiers(IDENTIFIERS, Proofs.ALL)
                .password("password")
                .trust(Trust.always(true))
                .active(person.row().flag("active"))
                .fullName("full_name")
                .createdAt("joined");
    }
}
