package io.bellwether.connect.twitter.source.api;

import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import java.util.Map;
import okhttp3.HttpUrl;
import twitter4j.HttpParameter;
import twitter4j.HttpRequest;
import twitter4j.RequestMethod;
import twitter4j.auth.OAuthAuthorization;
import twitter4j.conf.ConfigurationBuilder;

/**
 * Signs requests by OAuth 1.0a with twitter4j. It knows only X's older API, but a signature covers
 * any URL with its query. A JSON body is no part of a signature.
 */
final class UserSigning implements Authorizer {
  private final OAuthAuthorization signing;

  UserSigning(Credentials.UserKeys keys) {
    signing =
        new OAuthAuthorization(
            new ConfigurationBuilder()
                .setOAuthConsumerKey(keys.consumerKey())
                .setOAuthConsumerSecret(keys.consumerSecret())
                .setOAuthAccessToken(keys.accessToken())
                .setOAuthAccessTokenSecret(keys.accessTokenSecret())
                .build());
  }

  @Override
  public Outcome<String> header(String method, HttpUrl url) {
    HttpRequest request =
        new HttpRequest(
            RequestMethod.valueOf(method), url.toString(), new HttpParameter[0], signing, Map.of());
    return new Ok<>(signing.getAuthorizationHeader(request));
  }
}
