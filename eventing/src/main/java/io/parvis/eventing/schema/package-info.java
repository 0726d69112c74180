/**
 * The database's shape. The event store belongs to whoever owns the database and is provisioned once; a service
 * migrates only the schema it owns. Both by Flyway, from the SQL files beside these classes.
 */
@NullMarked
package io.parvis.eventing.schema;

import org.jspecify.annotations.NullMarked;
