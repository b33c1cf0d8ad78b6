/**
 * What a session prints: {@link playmore.table.Print} for values, {@link playmore.table.Show} for
 * Tablesaw's tables, which it also writes as CSV.
 */
package playmore.table;
