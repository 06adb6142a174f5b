package dev.lockstile.auth.jpa.internal.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.spi.CascadeStyle;
import org.hibernate.engine.spi.CascadingActions;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.internal.DefaultPersistEventListener;
import org.hibernate.event.internal.PostInsertEventListenerStandardImpl;
import org.hibernate.event.service.spi.EventListenerGroups;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.Generator;
import org.hibernate.internal.EmptyInterceptor;
import org.hibernate.jpa.event.spi.CallbackRegistry;
import org.hibernate.jpa.event.spi.CallbackType;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.persister.entity.SingleTableEntityPersister;
import org.hibernate.type.CompositeType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an entity whose insert is nothing but an INSERT: one table, a key made beforehand, no listener,
 * nothing that the database or an annotation of the host fills in. Names, types and converters are those of the
 * mapping.
 *
 * @param generator makes the keys that are not given
 * @param attributes those with columns
 * @param collections those whose content lies in other tables
 * @param row one row's place in the statement, such as {@code (?, ?)}
 * @param one the statement for one row
 */
public record PlainInsert(
        SingleTableEntityPersister persister,
        Generator generator,
        List<AttributeMapping> attributes,
        List<PluralAttributeMapping> collections,
        List<String> columns,
        String row,
        String one) {

    /** How rows of that entity are inserted plainly; empty where its mapping says that Hibernate has to do more. */
    static Optional<PlainInsert> of(SharedSessionContractImplementor session, Class<?> type) {
        return underGivenKeys(session, type).filter(plain -> isAlwaysMade(plain.generator()));
    }

    /** The same for rows whose keys are there already, however the entity makes its own. */
    public static Optional<PlainInsert> underGivenKeys(SharedSessionContractImplementor session, Class<?> type) {
        SessionFactoryImplementor factory = session.getFactory();
        return factory.getMappingMetamodel().getEntityDescriptor(type) instanceof SingleTableEntityPersister persister
                        && factory.getJdbcServices().getDialect().supportsValuesListForInsert()
                        && factory.getSessionFactoryOptions().getStatementInspector() == null
                        && isOneTable(persister)
                        && standsAlone(persister)
                        && Arrays.stream(persister.getGenerators()).noneMatch(PlainInsert::generates)
                ? Optional.of(layout(persister, factory.getJdbcServices().getDialect()))
                : Optional.empty();
    }

    /**
     * No listener is told of a new row, and no query cache. Listeners may come at any time, so it is asked
     * anew.
     */
    public static boolean isUnheard(SharedSessionContractImplementor session, Class<?> type) {
        SessionFactoryImplementor factory = session.getFactory();
        EventListenerGroups listeners = factory.getEventListenerGroups();
        CallbackRegistry callbacks = factory.getEventEngine().getCallbackRegistry();
        return listeners.eventListenerGroup_PRE_INSERT.isEmpty()
                && listeners.eventListenerGroup_POST_COMMIT_INSERT.isEmpty()
                && areAll(DefaultPersistEventListener.class, listeners.eventListenerGroup_PERSIST.listeners())
                && areAll(
                        PostInsertEventListenerStandardImpl.class, listeners.eventListenerGroup_POST_INSERT.listeners())
                && !callbacks.hasRegisteredCallbacks(type, CallbackType.PRE_PERSIST)
                && !callbacks.hasRegisteredCallbacks(type, CallbackType.POST_PERSIST)
                && session.getInterceptor() == EmptyInterceptor.INSTANCE
                && !factory.getSessionFactoryOptions().isQueryCacheEnabled();
    }

    private static boolean areAll(Class<?> usual, Iterable<?> listeners) {
        for (Object listener : listeners) {
            if (listener.getClass() != usual) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOneTable(SingleTableEntityPersister persister) {
        return PlainTable.holds(persister)
                && persister.getIdentifierTableMapping().getInsertCustomSql() == null
                && !persister.isVersioned()
                && !persister.isDynamicInsert();
    }

    /** Nothing brings rows of other tables, but for the own collections that {@link #holds} looks at. */
    private static boolean standsAlone(SingleTableEntityPersister persister) {
        Type[] types = persister.getPropertyTypes();
        CascadeStyle[] cascades = persister.getPropertyCascadeStyles();
        return IntStream.range(0, types.length)
                .noneMatch(i -> !types[i].isCollectionType() && reaches(types[i], cascades[i]));
    }

    private static boolean reaches(Type type, CascadeStyle cascade) {
        return type.isCollectionType()
                || cascade.doCascade(CascadingActions.PERSIST)
                || (type instanceof CompositeType parts
                        && IntStream.range(0, parts.getSubtypes().length)
                                .anyMatch(i -> reaches(parts.getSubtypes()[i], parts.getCascadeStyle(i))));
    }

    /** An embedded value has a generator that makes nothing. */
    private static boolean generates(@Nullable Generator generator) {
        return generator != null && generator.generatesSometimes();
    }

    private static boolean isAlwaysMade(Generator generator) {
        return generator instanceof BeforeExecutionGenerator
                && generator.generatesOnInsert()
                && !generator.generatedOnExecution()
                && !generator.allowAssignedIdentifiers();
    }

    private static PlainInsert layout(SingleTableEntityPersister persister, Dialect dialect) {
        List<SelectableMapping> cells = new ArrayList<>();
        persister.getIdentifierMapping().forEachSelectable((index, cell) -> cells.add(cell));
        List<AttributeMapping> attributes = new ArrayList<>();
        List<PluralAttributeMapping> collections = new ArrayList<>();
        persister.forEachAttributeMapping(attribute -> {
            if (attribute instanceof PluralAttributeMapping collection) {
                collections.add(collection);
            } else {
                attributes.add(attribute);
                attribute.forEachSelectable((index, cell) -> {
                    if (isWritten(cell)) {
                        cells.add(cell);
                    }
                });
            }
        });
        List<String> columns =
                cells.stream().map(SelectableMapping::getSelectionExpression).toList();
        String row =
                cells.stream().map(cell -> PlainTable.mark(cell, dialect)).collect(Collectors.joining(", ", "(", ")"));
        return new PlainInsert(
                persister,
                persister.getGenerator(),
                attributes,
                collections,
                columns,
                row,
                "insert into " + persister.getTableName() + " (" + String.join(", ", columns) + ") values " + row);
    }

    static boolean isWritten(SelectableMapping cell) {
        return cell.isInsertable() && !cell.isFormula();
    }

    /** True when a row has all that it must have, and nothing that lies in other tables. */
    public boolean holds(Object entity) {
        boolean[] mayBeEmpty = persister.getPropertyNullability();
        @Nullable Object[] values = persister.getValues(entity);
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && !mayBeEmpty[i]) {
                return false; // Hibernate says which attribute it is
            }
        }
        for (PluralAttributeMapping elsewhere : collections) {
            Object value = persister.getValue(entity, elsewhere.getStateArrayPosition());
            if (value != null && !(value instanceof Collection<?> all && all.isEmpty())) {
                return false;
            }
        }
        return true;
    }

    /** Whether a value is written as it is bound, and not by an expression that changes it. */
    boolean isWrittenAsBound() {
        String asBound = row.replaceAll("cast\\(\\? as jsonb?\\)", "?");
        return asBound.equals("(" + "?, ".repeat(columns.size() - 1) + "?)");
    }

    /** The statement for so many rows. */
    String sql(int rows) {
        return rows == 1 ? one : one + (", " + row).repeat(rows - 1);
    }
}
