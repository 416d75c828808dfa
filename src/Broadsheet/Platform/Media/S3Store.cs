using System.Net;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Broadsheet.Platform.Media;

/// <summary>
/// Media in S3 or what speaks like it. Credentials come from where AWS's tools look for them: <c>AWS_ACCESS_KEY_ID</c> and <c>AWS_SECRET_ACCESS_KEY</c>, or the machine's role.
/// </summary>
public sealed class S3Store(S3Address address) : IMediaStore, IDisposable
{
    private readonly AmazonS3Client _client = new(Configure(address));

    public Task<MediaFile?> Find(string name, CancellationToken cancellation) => Ask<MediaFile?>(async () =>
    {
        var answer = await Get(name, cancellation);
        return answer is null ? null : new MediaFile(answer.ResponseStream, answer.ContentLength, answer);
    });

    public Task<MediaCopy?> Fetch(string name, CancellationToken cancellation) => Ask(async () =>
    {
        using var answer = await Get(name, cancellation);
        if (answer is null)
        {
            return null;
        }

        var copy = new MediaCopy(Path.Combine(Path.GetTempPath(), $"broadsheet-{Guid.CreateVersion7():N}"), isTemporary: true);
        try
        {
            await using var file = new FileStream(copy.Path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, useAsync: true);
            await answer.ResponseStream.CopyToAsync(file, cancellation);
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    });

    public Task Put(string name, Stream content, CancellationToken cancellation) => Ask(() => _client.PutObjectAsync(
        new PutObjectRequest
        {
            BucketName = address.Bucket,
            Key = KeyOf(name),
            InputStream = content,
            AutoCloseStream = false,
            UseChunkEncoding = false,
        },
        cancellation));

    public Task<IReadOnlySet<string>> Names(string folder, CancellationToken cancellation) => Ask<IReadOnlySet<string>>(async () =>
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var listing = _client.Paginators.ListObjectsV2(new ListObjectsV2Request { BucketName = address.Bucket, Prefix = KeyOf(folder) + "/" });
        await foreach (var found in listing.S3Objects.WithCancellation(cancellation))
        {
            names.Add(found.Key[address.Prefix.Length..]);
        }

        return names;
    });

    public async Task Remove(string folder, CancellationToken cancellation)
    {
        // One by one: not every server that speaks S3 knows how to delete many.
        foreach (var name in await Names(folder, cancellation))
        {
            await Ask(() => _client.DeleteObjectAsync(new DeleteObjectRequest { BucketName = address.Bucket, Key = KeyOf(name) }, cancellation));
        }
    }

    public Task Check(CancellationToken cancellation) => MediaCheck.Run(this, cancellation);

    public void Dispose() => _client.Dispose();

    private static AmazonS3Config Configure(S3Address address)
    {
        var config = new AmazonS3Config
        {
            ForcePathStyle = true,
            MaxErrorRetry = 3,
            Timeout = TimeSpan.FromSeconds(60),
            // Checksums beyond the request's own signature are what other servers than Amazon's stumble over.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (address.Endpoint is { } endpoint)
        {
            config.ServiceURL = endpoint.AbsoluteUri;
            config.AuthenticationRegion = address.Region ?? Environment.GetEnvironmentVariable("AWS_REGION") ?? "us-east-1";
        }
        else if (address.Region is { } region)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        return config;
    }

    private async Task<GetObjectResponse?> Get(string name, CancellationToken cancellation)
    {
        try
        {
            return await _client.GetObjectAsync(new GetObjectRequest { BucketName = address.Bucket, Key = KeyOf(name) }, cancellation);
        }
        catch (AmazonS3Exception e) when (e.StatusCode is HttpStatusCode.NotFound && e.ErrorCode is not "NoSuchBucket")
        {
            return null;
        }
    }

    private async Task<T> Ask<T>(Func<Task<T>> question)
    {
        try
        {
            return await question();
        }
        catch (Exception e) when (e is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            throw new MediaUnavailable($"The media store s3://{address.Bucket} did not do what was asked: {e.Message}", e);
        }
    }

    private string KeyOf(string name) => address.Prefix + MediaName.Checked(name);
}
