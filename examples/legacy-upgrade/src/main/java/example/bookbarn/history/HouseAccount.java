package example.bookbarn.history;

import dev.lockstile.shims.FormerlyKnownAs;
import liquibase.change.custom.CustomSqlChange;
import liquibase.change.custom.CustomSqlRollback;
import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.RawSqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Gives the shop an account of its own. A change set of release 1 names the class {@code UserManager}, which did this
 * among much else; the rest of it is gone, this part stays as long as there is a database to make.
 */
@FormerlyKnownAs("example.bookbarn.accounts.UserManager")
public class HouseAccount implements CustomSqlChange, CustomSqlRollback {

    private String email = "";

    /** For Liquibase. */
    public HouseAccount() {}

    /** The parameter that the change set hands over. */
    public void setEmail(String email) {
        this.email = email;
    }

    @Override
    public SqlStatement[] generateStatements(Database database) {
        return new SqlStatement[] {
            new RawSqlStatement("insert into member (email, full_name, active, joined) values ('" + email
                    + "', 'Bookbarn', true, timestamp '2019-03-01 08:00:00')")
        };
    }

    @Override
    public SqlStatement[] generateRollbackStatements(Database database) {
        return new SqlStatement[] {new RawSqlStatement("delete from member where email = '" + email + "'")};
    }

    @Override
    public String getConfirmationMessage() {
        return "the shop has its account";
    }

    @Override
    public void setUp() {}

    @Override
    public void setFileOpener(@Nullable ResourceAccessor files) {}

    @Override
    public ValidationErrors validate(Database database) {
        return new ValidationErrors();
    }
}
