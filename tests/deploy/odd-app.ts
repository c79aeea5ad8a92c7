import { App, CfnResource, Stack } from 'aws-cdk-lib';

/** A stack that holds what the local endpoint cannot make. */
const app = new App({ analyticsReporting: false });
const stack = new Stack(app, 'Odd');
new CfnResource(stack, 'Fine', { type: 'AWS::SQS::Queue' });
new CfnResource(stack, 'Cluster', { type: 'AWS::Neptune::DBCluster' });
app.synth();
