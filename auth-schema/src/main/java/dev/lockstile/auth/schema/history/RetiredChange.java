package dev.lockstile.auth.schema.history;

import dev.lockstile.auth.schema.internal.liquibase.ParameterlessChange;
import liquibase.change.custom.CustomTaskChange;
import liquibase.change.custom.CustomTaskRollback;
import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;

/**
 * A change that history names and that has nothing left to do: it loads, and does nothing, forwards and backwards. For
 * a {@code customChange} whose work a fresh database does not need, because a later change set does it or because there
 * are no rows yet. It takes whatever parameters the old change set hands over; where Liquibase runs without this
 * library's service files, the subclass has their setters.
 */
public abstract class RetiredChange implements CustomTaskChange, CustomTaskRollback, ParameterlessChange {

    /** For those who extend it; Liquibase needs a public one there. */
    protected RetiredChange() {}

    @Override
    public final void execute(Database database) {}

    @Override
    public final void rollback(Database database) {}

    @Override
    public String getConfirmationMessage() {
        return getClass().getName() + " is retired and did nothing";
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
