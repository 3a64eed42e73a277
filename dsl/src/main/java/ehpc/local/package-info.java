/**
 * The local service: E-HPC on this machine, spoken to over real HTTP, for trying things out and for tests without an
 * account.
 *
 * <p>It plays the service's wire and runs commands as real processes, each node with directories of its own. It knows
 * nothing of this library but the catalogue, so that any client can be held against it.
 */
package ehpc.local;
