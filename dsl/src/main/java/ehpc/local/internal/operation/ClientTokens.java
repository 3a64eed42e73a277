package ehpc.local.internal.operation;

import ehpc.api.Json;
import ehpc.api.Parameter;
import ehpc.local.internal.world.Remembered;
import ehpc.local.internal.world.WorldChange;
import ehpc.text.Sha256;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The answers to requests with a client token, of which the last 1,000 are kept. */
final class ClientTokens {

    private static final String TOKEN = "ClientToken";

    private ClientTokens() {}

    /** Returns the answer to the first request with this token, or that of the work; refuses the token with other parameters. */
    static Map<String, Object> once(Call call, WorldChange change, Supplier<Map<String, Object>> work) {
        Optional<String> token =
                call.optional(TOKEN).map(text -> call.operation().name() + " " + call.region() + " " + text);
        Optional<Remembered> first = token.flatMap(change::remembered);
        if (first.isPresent()) {
            if (!first.get().request().equals(fingerprint(call))) {
                throw call.invalid(TOKEN + " must be new for a request with other parameters");
            }
            return first.get().answer();
        }
        Map<String, Object> answer = work.get();
        token.ifPresent(name -> change.remember(name, new Remembered(fingerprint(call), answer)));
        return answer;
    }

    /** A hash of a password could be tried out, so secrets are left out. */
    private static String fingerprint(Call call) {
        Map<String, Object> parameters = new TreeMap<>(call.parameters());
        call.operation().parameters().stream()
                .filter(Parameter::holdsSecret)
                .map(Parameter::name)
                .forEach(parameters::remove);
        return HexFormat.of().formatHex(Sha256.of(Json.text(parameters)));
    }
}
