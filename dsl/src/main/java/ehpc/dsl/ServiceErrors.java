package ehpc.dsl;

import ehpc.api.ApiException;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;

/** The properties of an error of the service that a script catches. A Groovy extension module. */
@WordsOf(
        value = WordPlace.ERROR,
        form = "ERROR.%s",
        example = {
            "try {",
            "    api.describeCluster(clusterId: 'ehpc-hz-none')",
            "} catch (ApiException e) {",
            "    println e.%s",
            "}"
        },
        inCluster = false,
        extension = true,
        first = "code status requestId detail")
public final class ServiceErrors {

    private ServiceErrors() {}

    /** {@link ApiException#code}. */
    @WordFacts("The service's error code, such as ClusterNotFound; Unreachable or AnswerLost without an answer.")
    public static String getCode(ApiException self) {
        return self.code();
    }

    /** {@link ApiException#httpStatus}. */
    @WordFacts("The HTTP status of the answer; 0 without an answer.")
    public static int getStatus(ApiException self) {
        return self.httpStatus();
    }

    /** {@link ApiException#requestId}; null if there is none. */
    @WordFacts("The service's id of the request; null without an answer.")
    public static String getRequestId(ApiException self) {
        return self.requestId().orElse(null);
    }

    /** {@link ApiException#detail}. */
    @WordFacts("The service's message, without the code and the id of the request.")
    public static String getDetail(ApiException self) {
        return self.detail();
    }
}
