package dev.lockstile.auth.schema.internal.resume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.schema.change.FillInBatches;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import liquibase.change.AddColumnConfig;
import liquibase.change.Change;
import liquibase.change.ColumnConfig;
import liquibase.change.ConstraintsConfig;
import liquibase.change.core.AddColumnChange;
import liquibase.change.core.CreateIndexChange;
import liquibase.change.core.CreateSequenceChange;
import liquibase.change.core.CreateTableChange;
import liquibase.change.core.DropColumnChange;
import liquibase.change.core.RawSQLChange;
import liquibase.change.core.RenameColumnChange;
import liquibase.change.custom.CustomChangeWrapper;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A change counts as made only where the database has it exactly as the change would make it. */
final class MadeChangesTest {

    private Connection connection;
    private MadeChanges made;

    @BeforeEach
    void open() throws SQLException, LiquibaseException {
        connection = DriverManager.getConnection("jdbc:h2:mem:");
        made = new MadeChanges(
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection)));
        run("create table shop (id bigint not null primary key, title varchar(40), old int, size int)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void an_index_of_other_columns_or_kind_is_another_one() throws SQLException, LiquibaseException {
        run("create index ix_shop on shop (title)");
        assertThat(made.state(index("IX_SHOP", false, column("title")))).isEqualTo(ChangeState.DONE);
        assertThat(made.state(index("IX_SHOP", false, column("old")))).isEqualTo(ChangeState.UNCLEAR);
        assertThat(made.state(index("IX_SHOP", true, column("title")))).isEqualTo(ChangeState.UNCLEAR);
        assertThat(made.state(index("IX_NONE", false, column("title")))).isEqualTo(ChangeState.OPEN);
    }

    @Test
    void an_index_of_more_than_columns_is_not_told() throws SQLException, LiquibaseException {
        run("create index ix_shop on shop (title)");
        AddColumnConfig descending = column("title");
        descending.setDescending(true);
        AddColumnConfig computed = column("title");
        computed.setComputed(true);
        for (AddColumnConfig each : new AddColumnConfig[] {descending, computed, column("lower(title)")}) {
            assertThat(made.state(index("IX_SHOP", false, each))).isEqualTo(ChangeState.UNCLEAR);
        }
    }

    @Test
    void a_sequence_starts_and_grows_as_it_says() throws SQLException, LiquibaseException {
        run("create sequence shop_number start with 5 increment by 50");
        assertThat(made.state(sequence("shop_number", 5L, 50L))).isEqualTo(ChangeState.DONE);
        assertThat(made.state(sequence("shop_number", 1L, 50L))).isEqualTo(ChangeState.UNCLEAR);
        assertThat(made.state(sequence("shop_number", 5L, 1L))).isEqualTo(ChangeState.UNCLEAR);
        assertThat(made.state(sequence("none", 5L, 50L))).isEqualTo(ChangeState.OPEN);
    }

    @Test
    void a_column_is_renamed_when_the_new_name_is_there_and_the_old_one_is_not()
            throws SQLException, LiquibaseException {
        assertThat(made.state(rename("old", "former"))).isEqualTo(ChangeState.OPEN);
        assertThat(made.state(rename("gone", "title"))).isEqualTo(ChangeState.DONE);
        assertThat(made.state(rename("old", "title"))).as("both are there").isEqualTo(ChangeState.OPEN);
    }

    @Test
    void a_column_is_dropped_when_it_is_not_there() throws SQLException, LiquibaseException {
        DropColumnChange drop = new DropColumnChange();
        drop.setTableName("shop");
        drop.setColumnName("old");
        assertThat(made.state(drop)).isEqualTo(ChangeState.OPEN);
        run("alter table shop drop column old");
        assertThat(made.state(drop)).isEqualTo(ChangeState.DONE);
        drop.setColumnName(null);
        assertThat(made.state(drop)).as("of several columns nothing is told").isEqualTo(ChangeState.OPEN);
    }

    @Test
    void a_table_has_its_columns_and_its_key() throws SQLException, LiquibaseException {
        CreateTableChange stall = new CreateTableChange();
        stall.setTableName("stall");
        stall.addColumn(typed(new ColumnConfig(), "id", "bigint")
                .setConstraints(new ConstraintsConfig().setPrimaryKey(true).setNullable(false)));
        stall.addColumn(typed(new ColumnConfig(), "name", "varchar(80)"));
        assertThat(made.state(stall)).isEqualTo(ChangeState.OPEN);
        run("create table stall (id bigint not null, name varchar(80))");
        assertThat(made.state(stall)).as("without its key").isEqualTo(ChangeState.UNCLEAR);
        run("alter table stall add primary key (id)");
        assertThat(made.state(stall)).isEqualTo(ChangeState.DONE);
        stall.getColumns().get(1).setConstraints(new ConstraintsConfig().setUnique(true));
        assertThat(made.state(stall)).as("without its unique name").isEqualTo(ChangeState.UNCLEAR);
        run("alter table stall add unique (name)");
        assertThat(made.state(stall)).isEqualTo(ChangeState.DONE);
    }

    @Test
    void columns_are_added_when_all_of_them_are_there_as_they_should_be() throws SQLException, LiquibaseException {
        assertThat(made.state(added(added("note", "int")))).isEqualTo(ChangeState.OPEN);
        assertThat(made.state(added(added("size", "int")))).isEqualTo(ChangeState.DONE);
        assertThat(made.state(added(added("size", "bigint")))).isEqualTo(ChangeState.UNCLEAR);
        assertThat(made.state(added(added("size", "int"), added("note", "int"))))
                .isEqualTo(ChangeState.UNCLEAR);
        AddColumnConfig filled = added("size", "int");
        filled.setValueNumeric("7");
        assertThat(made.state(added(filled))).as("rows may have no value yet").isEqualTo(ChangeState.UNCLEAR);
    }

    @Test
    void a_filling_may_run_again_and_a_statement_of_the_host_may_not() throws Exception {
        CustomChangeWrapper filling = new CustomChangeWrapper();
        filling.setClass(FillInBatches.class.getName());
        assertThat(made.state(filling)).isEqualTo(ChangeState.REPEATABLE);
        assertThat(made.state(new RawSQLChange("insert into shop (id) values (1)")))
                .isEqualTo(ChangeState.UNCLEAR);
    }

    private static CreateIndexChange index(String name, boolean unique, AddColumnConfig column) {
        CreateIndexChange index = new CreateIndexChange();
        index.setTableName("shop");
        index.setIndexName(name);
        index.setUnique(unique);
        index.addColumn(column);
        return index;
    }

    private static AddColumnConfig column(String name) {
        AddColumnConfig column = new AddColumnConfig();
        column.setName(name);
        return column;
    }

    private static AddColumnConfig added(String name, String type) {
        return (AddColumnConfig) typed(new AddColumnConfig(), name, type);
    }

    private static ColumnConfig typed(ColumnConfig column, String name, String type) {
        return column.setName(name).setType(type);
    }

    private static Change added(AddColumnConfig... columns) {
        AddColumnChange added = new AddColumnChange();
        added.setTableName("shop");
        for (AddColumnConfig column : columns) {
            added.addColumn(column);
        }
        return added;
    }

    private static Change sequence(String name, long start, long step) {
        CreateSequenceChange sequence = new CreateSequenceChange();
        sequence.setSequenceName(name);
        sequence.setStartValue(BigInteger.valueOf(start));
        sequence.setIncrementBy(BigInteger.valueOf(step));
        return sequence;
    }

    private static Change rename(String from, String to) {
        RenameColumnChange rename = new RenameColumnChange();
        rename.setTableName("shop");
        rename.setOldColumnName(from);
        rename.setNewColumnName(to);
        return rename;
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
