/** Programs that embed the library. */
package ehpc.samples;
